"""Plans of our own making for the search queries: a ward's year, a commune's half-year, five years, a city's year.

One task a line: number | content | lead agency | coordinating agencies | time | product. A line '# …' opens a section.
"""

# ruff: noqa: E501 (a table, one task a line)
from __future__ import annotations

WARD_YEAR = """
# Chỉ đạo, điều hành
1 | Xây dựng kế hoạch cải cách hành chính của phường năm 2026, phân công từng đầu việc cho người phụ trách | Phòng Văn hóa - Xã hội | Văn phòng HĐND và UBND | Tháng 01/2026 | Kế hoạch được Chủ tịch ký ban hành
2 | Tổng hợp số liệu gửi Sở Nội vụ theo bốn kỳ trong năm | Phòng Văn hóa - Xã hội | Các phòng, ban, đơn vị liên quan | Trước ngày 10 của tháng cuối quý | Báo cáo định kỳ
3 | Kiểm tra đột xuất việc chấp hành giờ giấc làm việc tại các bộ phận | Văn phòng HĐND và UBND | Công an phường | Hàng quý | Biên bản kiểm tra
4 | Phát động phong trào thi đua sáng kiến giảm bớt giấy tờ | Phòng Văn hóa - Xã hội | Ủy ban MTTQ phường | Quý II/2026 | Danh sách sáng kiến được công nhận
5 | Họp giao ban nửa tháng một lần để gỡ vướng cho những việc chậm | Văn phòng HĐND và UBND | Các phòng, ban, đơn vị liên quan | Hàng tháng | Thông báo kết luận cuộc họp
6 | Đăng tin, bài và phóng sự ngắn về thủ tục không giấy trên loa phát thanh và trang Zalo của phường | Trung tâm Văn hóa, Thể thao và Truyền thông | Tổ công nghệ số cộng đồng | Thường xuyên | 24 tin, bài trong năm
7 | Chủ tịch đối thoại trực tiếp với hộ buôn bán nhỏ ở chợ trung tâm | Văn phòng HĐND và UBND | Phòng Kinh tế, Hạ tầng và Đô thị | Quý III/2026 | Biên bản đối thoại
8 | Khảo sát ý kiến của người đến giao dịch bằng phiếu hỏi và mã QR | Ủy ban MTTQ phường | Trung tâm Phục vụ hành chính công | Tháng 6, 11/2026 | Kết quả khảo sát mức độ hài lòng
# Cải cách thể chế
9 | Lập danh mục nghị quyết, quyết định đã hết hiệu lực hoặc chồng chéo | Văn phòng HĐND và UBND | Công chức Tư pháp - Hộ tịch | Quý IV/2026 | Danh mục công bố trên cổng thông tin
10 | Lấy ý kiến nhân dân trước khi ban hành quy định về quản lý vỉa hè | Phòng Kinh tế, Hạ tầng và Đô thị | Ủy ban MTTQ phường; Công an phường | Quý II/2026 | Bản tổng hợp ý kiến
11 | Theo dõi thi hành pháp luật về phòng cháy, chữa cháy ở nhà trọ | Công an phường | Phòng Kinh tế, Hạ tầng và Đô thị | Trước ngày 15/11/2026 | Báo cáo theo dõi thi hành
12 | Mở lớp phổ biến Luật Đất đai cho tổ trưởng tổ dân phố | Công chức Tư pháp - Hộ tịch | Công chức Địa chính | Tháng 4/2026 | Tài liệu lớp học
13 | Tiếp công dân định kỳ và trả lời đơn thư khiếu nại đúng hạn | Văn phòng HĐND và UBND | Công an phường | Hàng tuần | Sổ tiếp công dân
14 | Trợ giúp pháp lý lưu động cho hộ nghèo và người khuyết tật | Công chức Tư pháp - Hộ tịch | Hội Cựu chiến binh | Quý III/2026 | Buổi trợ giúp
# Cải cách thủ tục hành chính
15 | Niêm yết công khai bộ thủ tục mới và mức phí tại quầy | Trung tâm Phục vụ hành chính công | Văn phòng HĐND và UBND | Ngay khi có quyết định công bố | Bảng niêm yết điện tử
16 | Rà soát thành phần hồ sơ, đề xuất bỏ giấy tờ trùng lặp | Trung tâm Phục vụ hành chính công | Công chức Tư pháp - Hộ tịch | Quý II/2026 | Phương án đơn giản hóa
17 | Số hóa kết quả giải quyết còn hiệu lực trước năm 2020 | Trung tâm Phục vụ hành chính công | VNPT | Trước ngày 30/9/2026 | Kho dữ liệu số hóa
18 | Trả kết quả tại nhà cho người già, người bệnh qua bưu chính công ích | Trung tâm Phục vụ hành chính công | Bưu điện | Thường xuyên | Sổ giao nhận
19 | Xin lỗi bằng văn bản đối với từng hồ sơ giải quyết quá hạn | Trung tâm Phục vụ hành chính công | Các phòng, ban, đơn vị liên quan | Khi có phát sinh | Thư xin lỗi
20 | Liên thông khai sinh, thường trú và cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi | Công chức Tư pháp - Hộ tịch | Công an phường; Bảo hiểm xã hội cơ sở | Thường xuyên | Hồ sơ liên thông
21 | Tiếp nhận phản ánh, kiến nghị về quy định rườm rà | Văn phòng HĐND và UBND | Trung tâm Phục vụ hành chính công | Thường xuyên | Sổ theo dõi phản ánh
22 | Lắp máy lấy số tự động, ghế chờ và quầy hỗ trợ kê khai | Trung tâm Phục vụ hành chính công | Công chức Tài chính - Kế toán | Quý I/2026 | Trang thiết bị được nghiệm thu
23 | Đánh giá chất lượng cán bộ tại bộ phận một cửa qua phần mềm chấm điểm | Trung tâm Phục vụ hành chính công | Phòng Văn hóa - Xã hội | Hàng quý | Bảng chấm điểm
24 | Chứng thực bản sao điện tử từ bản chính | Công chức Tư pháp - Hộ tịch | Trung tâm Phục vụ hành chính công | Thường xuyên | Bản sao điện tử có ký số
# Cải cách tổ chức bộ máy
25 | Sắp xếp lại tổ dân phố có dưới 300 hộ | Phòng Văn hóa - Xã hội | Ủy ban MTTQ phường | Quý IV/2026 | Đề án sáp nhập
26 | Xây dựng quy chế phối hợp giữa phòng chuyên môn và trung tâm | Văn phòng HĐND và UBND | Các phòng, ban, đơn vị liên quan | Quý I/2026 | Quy chế phối hợp
27 | Phân cấp cho trưởng phòng ký một số loại giấy xác nhận | Văn phòng HĐND và UBND | Công chức Tư pháp - Hộ tịch | Quý II/2026 | Quyết định ủy quyền
28 | Bàn giao chức năng quản lý chợ cho trung tâm dịch vụ | Phòng Kinh tế, Hạ tầng và Đô thị | Trung tâm Dịch vụ sự nghiệp công | Quý III/2026 | Biên bản bàn giao
# Cải cách chế độ công vụ
29 | Cử công chức học lớp kỹ năng dùng trí tuệ nhân tạo | Phòng Văn hóa - Xã hội | Trường Chính trị | Tháng 5/2026 | Chứng nhận hoàn thành khóa học
30 | Rà soát bản mô tả vị trí việc làm sau sáp nhập | Phòng Văn hóa - Xã hội | Các phòng, ban, đơn vị liên quan | Quý II/2026 | Bản mô tả được phê duyệt
31 | Luân phiên kế toán trường học theo quy định phòng ngừa tham nhũng | Phòng Văn hóa - Xã hội | Công chức Tài chính - Kế toán | Tháng 8/2026 | Quyết định điều chuyển
32 | Xếp loại công chức hằng quý gắn với thu nhập tăng thêm | Phòng Văn hóa - Xã hội | Công chức Tài chính - Kế toán | Hàng quý | Bảng xếp loại
33 | Xử lý nghiêm công chức gây phiền hà, sách nhiễu | Văn phòng HĐND và UBND | Ủy ban Kiểm tra Đảng ủy | Thường xuyên | Quyết định kỷ luật
34 | Tập huấn văn hóa giao tiếp nơi công sở | Phòng Văn hóa - Xã hội | Đoàn Thanh niên | Quý III/2026 | Danh sách dự tập huấn
# Cải cách tài chính công
35 | Công khai dự toán và quyết toán ngân sách phường | Công chức Tài chính - Kế toán | Văn phòng HĐND và UBND | Hàng quý | Báo cáo công khai
36 | Khoán kinh phí văn phòng phẩm và điện thoại | Công chức Tài chính - Kế toán | Các phòng, ban, đơn vị liên quan | Quý I/2026 | Quy chế chi tiêu nội bộ
37 | Kiểm kê tài sản công, thanh lý xe ô tô cũ | Công chức Tài chính - Kế toán | Kho bạc Nhà nước | Tháng 12/2026 | Biên bản kiểm kê
38 | Thu phí, lệ phí không dùng tiền mặt tại trường học và trạm y tế | Công chức Tài chính - Kế toán | Trạm Y tế; Các trường học | Thường xuyên | Tỷ lệ thu không tiền mặt đạt 90%
39 | Giao quyền tự chủ tài chính cho trường mầm non | Phòng Kinh tế, Hạ tầng và Đô thị | Các trường học | Quý II/2026 | Quyết định giao tự chủ
40 | Đấu giá cho thuê ki-ốt bỏ trống | Phòng Kinh tế, Hạ tầng và Đô thị | Công chức Tài chính - Kế toán | Quý III/2026 | Hợp đồng thuê
# Chính quyền số
41 | Nâng tỷ lệ hồ sơ nộp qua cổng dịch vụ công trực tuyến lên 85% | Trung tâm Phục vụ hành chính công | Tổ công nghệ số cộng đồng | Trước ngày 30/11/2026 | Tỷ lệ hồ sơ trực tuyến
42 | Hướng dẫn người cao tuổi cài ứng dụng VNeID tại nhà văn hóa | Tổ công nghệ số cộng đồng | Công an phường; Hội Nông dân | Quý I, II/2026 | Số người được hướng dẫn
43 | Diễn tập ứng cứu sự cố an toàn thông tin mạng | Văn phòng HĐND và UBND | Công an phường; Viettel | Quý III/2026 | Phương án diễn tập
44 | Cấp chứng thư số cá nhân cho toàn bộ công chức | Văn phòng HĐND và UBND | VNPT | Quý I/2026 | 100% công chức có chứng thư số
45 | Lắp wifi miễn phí ở công viên và nhà văn hóa khu phố | Viettel | Phòng Văn hóa - Xã hội | Quý IV/2026 | Điểm phát wifi
46 | Gắn camera đếm phương tiện tại ngã tư Cầu Đất | Công an phường | Phòng Kinh tế, Hạ tầng và Đô thị | Quý II/2026 | Hệ thống camera
47 | Đưa dữ liệu hộ tịch viết tay vào phần mềm dùng chung | Công chức Tư pháp - Hộ tịch | Trung tâm Phục vụ hành chính công | Cả năm 2026 | Cơ sở dữ liệu hộ tịch
48 | Họp không giấy đối với mọi phiên họp của phường | Văn phòng HĐND và UBND | Viettel | Từ tháng 3/2026 | Phần mềm phòng họp
49 | Mở gian hàng trực tuyến cho làng nghề chiếu cói | Phòng Kinh tế, Hạ tầng và Đô thị | Hội Nông dân; Bưu điện | Quý IV/2026 | Gian hàng trên sàn thương mại điện tử
50 | Bổ nhiệm cán bộ đầu mối chuyển đổi số ở từng phòng | Phòng Văn hóa - Xã hội | Các phòng, ban, đơn vị liên quan | Tháng 02/2026 | Quyết định phân công đầu mối
"""

COMMUNE_HALF = """
# Công tác chỉ đạo
1 | Kiện toàn Ban Chỉ đạo CCHC xã sau khi nhập đơn vị | Văn phòng HĐND và UBND xã | Phòng Văn hóa - Xã hội | Tháng 7/2025 | Quyết định kiện toàn
2 | Ký giao ước thi đua giữa các thôn về thực hiện TTHC trên môi trường mạng | Phòng Văn hóa - Xã hội | Các thôn | Tháng 8/2025 | Bản giao ước
3 | Tự chấm điểm chỉ số PAR INDEX cấp xã | Phòng Văn hóa - Xã hội | Các phòng, ban, đơn vị liên quan | Tháng 12/2025 | Bảng tự chấm điểm
4 | Hội thi tìm hiểu về chính quyền hai cấp | Đoàn Thanh niên | Hội Liên hiệp Phụ nữ | Quý IV/2025 | Hội thi
# Thể chế
5 | Xử lý văn bản QPPL của ba xã cũ trước khi hợp nhất | Văn phòng HĐND và UBND xã | Công chức Tư pháp - Hộ tịch | Trước ngày 31/12/2025 | Danh mục bãi bỏ
6 | Ban hành quy chế làm việc của UBND xã nhiệm kỳ mới | Văn phòng HĐND và UBND xã | Phòng Kinh tế | Tháng 7/2025 | Quy chế làm việc
7 | Hòa giải mâu thuẫn đất đai ở thôn Đông Am | Tổ hòa giải | Công chức Địa chính | Thường xuyên | Biên bản hòa giải thành
8 | Tuyên truyền Luật Nghĩa vụ quân sự cho thanh niên trước ngày khám tuyển | Ban Chỉ huy quân sự xã | Đoàn Thanh niên | Quý IV/2025 | Hội nghị tuyên truyền
# Thủ tục hành chính
9 | Công bố số điện thoại đường dây nóng nhận góp ý | Trung tâm PVHCC xã | Đài Truyền thanh | Tháng 7/2025 | Bảng thông tin
10 | Thí điểm cấp giấy phép xây dựng nhà ở trong 5 ngày | Phòng Kinh tế | Trung tâm PVHCC xã | Quý III/2025 | Giấy phép
11 | Nhận hồ sơ phi địa giới cho công nhân khu công nghiệp | Trung tâm PVHCC xã | Công an xã | Quý IV/2025 | Số hồ sơ phi địa giới
12 | Cắt giảm 30% thời gian xác nhận tình trạng hôn nhân | Công chức Tư pháp - Hộ tịch | Trung tâm PVHCC xã | Tháng 9/2025 | Quy trình rút gọn
13 | Thống kê TTHC có phát sinh dưới 5 hồ sơ mỗi năm | Trung tâm PVHCC xã | Văn phòng HĐND và UBND xã | Quý III/2025 | Bảng thống kê
14 | Bố trí người phiên dịch ngôn ngữ ký hiệu vào thứ năm hằng tuần | Trung tâm PVHCC xã | Hội Người mù | Thường xuyên | Lịch trực
# Tổ chức bộ máy
15 | Phân công lại công chức ba trụ sở cũ | Phòng Văn hóa - Xã hội | Văn phòng HĐND và UBND xã | Tháng 7/2025 | Bảng phân công
16 | Hợp nhất trạm y tế ba xã cũ | Trạm Y tế | Phòng Văn hóa - Xã hội | Quý IV/2025 | Đề án hợp nhất
17 | Bố trí trụ sở dôi dư làm thư viện cộng đồng | Phòng Kinh tế | Các thôn | Quý IV/2025 | Phương án sử dụng trụ sở
# Công vụ
18 | Bồi dưỡng CBCC mới chuyển công tác về xã | Phòng Văn hóa - Xã hội | Sở Nội vụ | Quý III/2025 | Kế hoạch bồi dưỡng
19 | Chấn chỉnh việc uống rượu bia trong giờ hành chính | Văn phòng HĐND và UBND xã | Công an xã | Thường xuyên | Thông báo nhắc nhở
20 | Tinh giản biên chế người hoạt động không chuyên trách | Phòng Văn hóa - Xã hội | Ủy ban MTTQ xã | Quý IV/2025 | Danh sách tinh giản
# Tài chính công
21 | Rà soát nợ đọng xây dựng cơ bản | Phòng Kinh tế | Kho bạc Nhà nước | Tháng 10/2025 | Báo cáo nợ đọng
22 | Thanh toán trợ cấp người có công qua tài khoản ngân hàng | Phòng Văn hóa - Xã hội | Ngân hàng Chính sách xã hội; Bưu điện | Hàng tháng | Tỷ lệ chi trả qua tài khoản
23 | Tiết kiệm điện tại trụ sở, thay bóng đèn LED | Văn phòng HĐND và UBND xã | Điện lực | Quý III/2025 | Hóa đơn điện giảm 10%
# Chính quyền số
24 | Xây dựng bản đồ số các hộ nuôi thủy sản | Phòng Kinh tế | Hội Nông dân | Quý IV/2025 | Bản đồ số
25 | Kết nối loa thông minh tới 12 thôn | Đài Truyền thanh | VNPT | Quý III/2025 | Cụm loa thông minh
26 | Đào tạo tiểu thương bán hàng qua livestream | Hội Liên hiệp Phụ nữ | Tổ công nghệ số cộng đồng | Tháng 11/2025 | Lớp đào tạo
27 | Sao lưu dữ liệu đất đai của ba xã cũ vào ổ cứng dự phòng | Công chức Địa chính | Phòng Kinh tế | Tháng 8/2025 | Ổ cứng dự phòng
28 | Làm sạch dữ liệu dân cư theo Đề án 06 | Công an xã | Công chức Tư pháp - Hộ tịch | Trước ngày 15/12/2025 | Dữ liệu được làm sạch
29 | Vận hành trang thông tin điện tử của xã mới | Đài Truyền thanh | Phòng Văn hóa - Xã hội | Tháng 7/2025 | Trang thông tin điện tử
30 | Dán mã QR thanh toán tại quầy nộp thuế | Thuế cơ sở | Trung tâm PVHCC xã | Quý III/2025 | Mã QR
"""

FIVE_YEARS = """
# Lãnh đạo, chỉ đạo
1 | Sơ kết giữa kỳ và tổng kết chương trình 5 năm | Phòng Văn hóa - Xã hội | Các phòng, ban, đơn vị liên quan | Năm 2028, 2030 | Báo cáo sơ kết, tổng kết
2 | Đưa kết quả thực hiện vào tiêu chí bình xét gia đình văn hóa, thôn văn hóa | Phòng Văn hóa - Xã hội | Ủy ban MTTQ | Hằng năm | Quy định bình xét
3 | Trao đổi kinh nghiệm với xã bạn ở tỉnh Quảng Ninh | Văn phòng HĐND và UBND | Phòng Văn hóa - Xã hội | Năm 2027 | Chuyến học tập
# Thể chế
4 | Đánh giá tác động của chính sách hỗ trợ hợp tác xã | Phòng Kinh tế | Hội Nông dân | Năm 2027 | Báo cáo đánh giá tác động
5 | Hệ thống hóa văn bản kỳ 2026-2030 | Công chức Tư pháp - Hộ tịch | Văn phòng HĐND và UBND | Quý IV/2030 | Tập hệ thống hóa
6 | Xây dựng hương ước, quy ước mới về cưới hỏi, tang lễ | Phòng Văn hóa - Xã hội | Các thôn | Giai đoạn 2026-2028 | Hương ước được công nhận
7 | Tủ sách pháp luật điện tử đặt ở nhà văn hóa thôn | Công chức Tư pháp - Hộ tịch | Các thôn | Năm 2026 | Tủ sách
8 | Giám sát của HĐND đối với lời hứa tại kỳ họp | Thường trực HĐND | Văn phòng HĐND và UBND | Hằng năm | Nghị quyết giám sát
# Thủ tục hành chính
9 | Tái cấu trúc quy trình đăng ký kinh doanh hộ cá thể | Phòng Kinh tế | Trung tâm Phục vụ hành chính công | Năm 2026 | Quy trình điện tử
10 | Ki-ốt tự phục vụ đặt tại trung tâm thương mại | Trung tâm Phục vụ hành chính công | Viettel | Năm 2028 | Ki-ốt hoạt động 24/7
11 | Áp dụng ISO 9001 trong giải quyết công việc | Văn phòng HĐND và UBND | Trung tâm Phục vụ hành chính công | 2026-2030 | Chứng nhận hệ thống quản lý chất lượng
12 | Giảm thời gian chờ của mỗi lượt giao dịch xuống dưới 15 phút | Trung tâm Phục vụ hành chính công | Tổ công nghệ số cộng đồng | Năm 2029 | Thời gian chờ trung bình
13 | Đơn giản hóa mẫu đơn xin xác nhận hộ nghèo | Phòng Văn hóa - Xã hội | Các thôn | Năm 2026 | Mẫu đơn mới
14 | Cấp đổi giấy chứng nhận quyền sử dụng đất sau dồn điền | Công chức Địa chính | Chi nhánh Văn phòng đăng ký đất đai | 2026-2029 | Giấy chứng nhận
15 | Đăng ký khai tử trong ngày làm việc | Công chức Tư pháp - Hộ tịch | Trạm Y tế | Hằng năm | Trích lục khai tử
# Bộ máy
16 | Thuê ngoài dịch vụ vệ sinh, bảo vệ trụ sở | Văn phòng HĐND và UBND | Công chức Tài chính - Kế toán | Năm 2027 | Hợp đồng dịch vụ
17 | Chuyển trung tâm dịch vụ sang tự bảo đảm chi thường xuyên | Trung tâm Dịch vụ sự nghiệp công | Phòng Kinh tế | Năm 2029 | Phương án tự chủ
18 | Sáp nhập hai trường tiểu học có ít học sinh | Phòng Văn hóa - Xã hội | Các trường học | Năm 2028 | Đề án sáp nhập trường
# Công vụ
19 | Thu hút bác sĩ, kỹ sư tin học về công tác | Phòng Văn hóa - Xã hội | Sở Nội vụ | 2026-2030 | Chính sách thu hút
20 | Quy hoạch cán bộ nữ vào chức danh lãnh đạo | Ban Xây dựng Đảng | Hội Liên hiệp Phụ nữ | Năm 2026 | Danh sách quy hoạch
21 | Bồi dưỡng tiếng Anh cho công chức tiếp dân | Phòng Văn hóa - Xã hội | Trường Chính trị | 2027-2029 | Lớp tiếng Anh
22 | Kê khai và kiểm soát tài sản, thu nhập | Ủy ban Kiểm tra Đảng ủy | Văn phòng HĐND và UBND | Tháng 12 hằng năm | Bản kê khai
23 | Đánh giá công chức theo kết quả đầu ra (KPI) | Phòng Văn hóa - Xã hội | Các phòng, ban, đơn vị liên quan | Từ năm 2027 | Bộ tiêu chí KPI
# Tài chính
24 | Mua sắm tập trung máy tính, máy in | Công chức Tài chính - Kế toán | Sở Tài chính | Hằng năm | Hợp đồng khung
25 | Lập dự toán theo kết quả nhiệm vụ | Công chức Tài chính - Kế toán | Kho bạc Nhà nước | Từ năm 2028 | Dự toán
26 | Xã hội hóa sân bóng, bể bơi ở các thôn | Phòng Văn hóa - Xã hội | Các thôn | 2026-2030 | Công trình xã hội hóa
27 | Chống thất thu thuế dịch vụ ăn uống, lưu trú | Thuế cơ sở | Công an | Hằng năm | Số thuế truy thu
28 | Quản lý nhà, đất công bằng bản đồ | Phòng Kinh tế | Công chức Địa chính | Năm 2027 | Hồ sơ nhà, đất công
# Số
29 | Phủ sóng 5G tới trung tâm các thôn | Viettel | VNPT | Năm 2028 | Trạm phát sóng
30 | Bệnh án điện tử liên thông với bệnh viện tuyến trên | Trạm Y tế | Sở Y tế | Năm 2027 | Bệnh án điện tử
31 | Học bạ số cho toàn bộ học sinh | Các trường học | Phòng Văn hóa - Xã hội | Năm 2026 | Học bạ số
32 | Cảm biến đo mực nước, cảnh báo ngập úng | Phòng Kinh tế | Ban Chỉ huy quân sự | Năm 2028 | Trạm cảm biến
33 | Trợ lý ảo trả lời câu hỏi của dân ngoài giờ | Văn phòng HĐND và UBND | VNPT | Năm 2027 | Trợ lý ảo
34 | Kho lưu trữ điện tử thay kho giấy | Văn phòng HĐND và UBND | Sở Khoa học và Công nghệ | 2026-2030 | Kho lưu trữ
35 | Truy xuất nguồn gốc vải thiều, na dai bằng mã vạch | Phòng Kinh tế | Hội Nông dân | Năm 2026 | Tem truy xuất
"""

CITY_YEAR = """
# Chỉ đạo
1 | Thành lập đoàn kiểm tra công vụ lưu động tại 30 xã, phường | Sở Nội vụ | Thanh tra thành phố | Quý II, III/2026 | Kết luận kiểm tra
2 | Xếp hạng chỉ số cải cách hành chính của các xã, phường, đặc khu | Sở Nội vụ | Cục Thống kê | Quý IV/2026 | Bảng xếp hạng
3 | Trao giải báo chí viết về đổi mới lề lối làm việc | Sở Văn hóa, Thể thao và Du lịch | Hội Nhà báo | Tháng 12/2026 | Lễ trao giải
4 | Thưởng tiền cho ý tưởng hay của người dân gửi qua ứng dụng | Sở Nội vụ | Sở Tài chính | Quý III/2026 | Quyết định khen thưởng
5 | Nối cầu truyền hình quán triệt nhiệm vụ tới cơ sở | Văn phòng UBND thành phố | VNPT | Tháng 01/2026 | Hội nghị trực tuyến
# Thể chế
6 | Trình HĐND thành phố nghị quyết miễn phí thuê mặt bằng cho doanh nghiệp khởi nghiệp | Sở Tài chính | Sở Tư pháp | Tháng 7/2026 | Nghị quyết của HĐND
7 | Pháp điển các quy định về quy hoạch kiến trúc | Sở Xây dựng | Sở Tư pháp | Quý IV/2026 | Bộ quy định pháp điển
8 | Thẩm định dự thảo quyết định quy phạm trong 7 ngày | Sở Tư pháp | Văn phòng UBND thành phố | Thường xuyên | Văn bản thẩm định
9 | Bồi thường oan sai trong hoạt động hành chính | Sở Tư pháp | Tòa án nhân dân | Khi có phát sinh | Quyết định bồi thường
# Thủ tục
10 | Công bố thủ tục nội bộ giữa các sở | Văn phòng UBND thành phố | Các sở, ngành | Quý I/2026 | Quyết định công bố
11 | Ủy quyền cho cấp xã tiếp nhận thủ tục đăng ký tàu cá | Sở Nông nghiệp và Môi trường | Bộ đội Biên phòng | Quý II/2026 | Quyết định ủy quyền
12 | Tổng đài 1022 giải đáp quy trình nộp hồ sơ | Trung tâm Thông tin và Truyền thông | Viettel | Cả năm 2026 | Lượt cuộc gọi được giải đáp
13 | Cấp phiếu lý lịch tư pháp qua VNeID | Công an thành phố | Sở Tư pháp | Thường xuyên | Phiếu lý lịch tư pháp
14 | Nhận lưu kho hồ sơ giấy của các trung tâm một cửa đã đóng cửa | Sở Nội vụ | Trung tâm Lưu trữ lịch sử | Quý IV/2026 | Biên bản giao nhận tài liệu
# Bộ máy
15 | Đặt tên, đánh số lại chức danh ở đặc khu Cát Hải | Sở Nội vụ | UBND đặc khu | Quý I/2026 | Đề án chức danh
16 | Giải thể ban quản lý dự án cấp huyện còn lại | Sở Xây dựng | Sở Nội vụ | Quý II/2026 | Quyết định giải thể
17 | Khoán việc cho nhân viên lái xe, tạp vụ | Sở Nội vụ | Sở Tài chính | Năm 2026 | Hợp đồng khoán việc
# Công vụ
18 | Thi tuyển chức danh phó giám đốc sở | Sở Nội vụ | Ban Tổ chức Thành ủy | Quý III/2026 | Kết quả thi tuyển
19 | Nghỉ hưu sớm theo Nghị định 178 | Sở Nội vụ | Bảo hiểm xã hội | Quý II/2026 | Danh sách nghỉ hưu
20 | Xây nhà công vụ cho bác sĩ, giáo viên ra đảo | Sở Xây dựng | Sở Y tế | 2026-2027 | Nhà công vụ
# Tài chính
21 | Giải ngân vốn đầu tư công đạt trên 95% | Sở Tài chính | Kho bạc Nhà nước | Trước ngày 31/12/2026 | Tỷ lệ giải ngân
22 | Định giá lại quỹ đất hai bên đường vành đai | Sở Nông nghiệp và Môi trường | Sở Tài chính | Quý III/2026 | Bảng giá đất
23 | Cổ phần hóa công ty cấp nước | Sở Tài chính | Sở Xây dựng | Quý IV/2026 | Phương án cổ phần hóa
24 | Tăng phụ cấp cho người trực bộ phận tiếp nhận hồ sơ | Sở Tài chính | Sở Nội vụ | Tháng 7/2026 | Nghị quyết mức phụ cấp
# Số
25 | Trung tâm điều hành thông minh IOC kết nối đến 114 xã, phường | Sở Khoa học và Công nghệ | VNPT | Quý IV/2026 | Trung tâm IOC
26 | Mở dữ liệu xe buýt, bãi đỗ xe cho lập trình viên | Sở Xây dựng | Sở Khoa học và Công nghệ | Quý III/2026 | Cổng dữ liệu mở
27 | Chấm dứt phần mềm trùng nhau của các sở | Sở Khoa học và Công nghệ | Các sở, ngành | Quý II/2026 | Danh mục phần mềm dùng chung
28 | Dạy kỹ năng số cho ngư dân trên tàu | Bộ đội Biên phòng | Hội Nông dân | Thường xuyên | Ngư dân được tập huấn
29 | Chuyển mạng truyền số liệu chuyên dùng sang IPv6 | Sở Khoa học và Công nghệ | Viettel | Quý I/2026 | Mạng IPv6
30 | Cảnh báo sớm lừa đảo qua mạng | Công an thành phố | Ngân hàng Nhà nước | Thường xuyên | Bản tin cảnh báo
31 | Thay sổ sức khỏe giấy bằng sổ điện tử | Sở Y tế | Bảo hiểm xã hội | Quý IV/2026 | Sổ sức khỏe điện tử
32 | Đồng bộ bản đồ địa chính với quy hoạch sử dụng đất | Sở Nông nghiệp và Môi trường | Sở Xây dựng | 2026-2028 | Nền bản đồ chung
33 | Cho thuê xe đạp công cộng thanh toán bằng thẻ vé chung | Sở Xây dựng | Ngân hàng thương mại | Quý II/2026 | Trạm xe đạp
34 | Xác thực sinh trắc học tại sân bay | Công an thành phố | Cảng vụ | Quý III/2026 | Cổng kiểm soát tự động
35 | Nâng cấp hội nghị truyền hình tới 100% đồn biên phòng | Bộ đội Biên phòng | VNPT | Quý IV/2026 | Điểm cầu truyền hình
"""

PLANS: dict[str, tuple[str, str, str]] = {
    "A": ("Kế hoạch cải cách hành chính năm 2026 của phường Hoa Lư", "188/KH-UBND", WARD_YEAR),
    "B": ("Kế hoạch cải cách hành chính 6 tháng cuối năm 2025 của xã Đông Am", "45/KH-UBND", COMMUNE_HALF),
    "D": ("Kế hoạch cải cách hành chính năm 2026 của thành phố Vân Hải", "12/KH-UBND", CITY_YEAR),
    "C": ("Kế hoạch cải cách hành chính giai đoạn 2026-2030 của xã Đông Am", "97/KH-UBND", FIVE_YEARS),
}
"""Key, then title, number of the document, tasks."""
