<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>ActionBoard</name>
    <message>
        <source>Thanh công cụ</source>
        <translation>Toolbar</translation>
    </message>
</context>
<context>
    <name>AgenciesDesk</name>
    <message>
        <source>Còn {} cơ quan vừa sửa chưa lưu được. Nếu đóng chương trình bây giờ, nội dung này sẽ mất.</source>
        <translation>{} edited agencies could not be saved. If you close the program now, these changes will be lost.</translation>
    </message>
    <message>
        <source>Hãy thử lại.</source>
        <translation>Please try again.</translation>
    </message>
    <message>
        <source>Đã ghi nhận đây là các cơ quan khác nhau.</source>
        <translation>Noted: these are different agencies.</translation>
    </message>
    <message>
        <source>Đã gộp {} tên thành một cơ quan.</source>
        <translation>Merged {} names into one agency.</translation>
    </message>
    <message>
        <source>Đã hiện lại mọi gợi ý gộp cơ quan.</source>
        <translation>All suggestions to merge agencies are shown again.</translation>
    </message>
    <message>
        <source>Đã lưu “{}”.</source>
        <translation>Saved “{}”.</translation>
    </message>
    <message>
        <source>Đã thêm “{}”.</source>
        <translation>Added “{}”.</translation>
    </message>
    <message>
        <source>Đã xóa {} cơ quan.</source>
        <translation>Agencies deleted: {}.</translation>
    </message>
</context>
<context>
    <name>AgenciesPage</name>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Chưa kế hoạch nào dùng cơ quan này.</source>
        <translation>No plan uses this agency yet.</translation>
    </message>
    <message>
        <source>Chưa lưu được thay đổi của “{}”. {}</source>
        <translation>The changes of “{}” could not be saved. {}</translation>
    </message>
    <message>
        <source>Chọn một cơ quan để xem nơi dùng.</source>
        <translation>Choose an agency to see where it is used.</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Nhập tên rồi nhấn Enter để thêm cơ quan.</source>
        <translation>Type a name and press Enter to add an agency.</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>cơ quan mới</source>
        <translation>new agency</translation>
    </message>
    <message>
        <source>{} nhóm tên có thể là một cơ quan.</source>
        <translation>Groups of names that may be one agency: {}.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AgencyForm</name>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Hoạt động từ</source>
        <translation>Active from</translation>
    </message>
    <message>
        <source>Hoạt động từ ngày</source>
        <translation>Active from (day)</translation>
    </message>
    <message>
        <source>Hoạt động đến ngày</source>
        <translation>Active until (day)</translation>
    </message>
    <message>
        <source>Kế tục: {}</source>
        <translation>Succeeds: {}</translation>
    </message>
    <message>
        <source>Liên hệ</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Loại cơ quan</source>
        <translation>Kind of agency</translation>
    </message>
    <message>
        <source>Mỗi dòng một tên</source>
        <translation>One name per line</translation>
    </message>
    <message>
        <source>Người đứng đầu</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Thành viên</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Tên cơ quan (bắt buộc)</source>
        <translation>Name of the agency (required)</translation>
    </message>
    <message>
        <source>Tên cơ quan *</source>
        <translation>Name of the agency *</translation>
    </message>
    <message>
        <source>Tên gọi khác</source>
        <translation>Other names</translation>
    </message>
    <message>
        <source>Tên viết tắt</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>đến hết</source>
        <translation>until</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày nên chưa được lưu. Nhập như 1/7/2025.</source>
        <translation>“{}” is not a date, so it was not saved. Type it like 1/7/2025.</translation>
    </message>
</context>
<context>
    <name>AgencyListPane</name>
    <message>
        <source>Chưa có cơ quan nào.</source>
        <translation>There are no agencies yet.</translation>
    </message>
    <message>
        <source>Chọn hai cơ quan trở lên (giữ phím Ctrl) rồi gộp thành một.</source>
        <translation>Choose two or more agencies (hold Ctrl), then merge them into one.</translation>
    </message>
    <message>
        <source>Cơ quan còn được dùng nên không xóa được; có thể gộp vào cơ quan khác.</source>
        <translation>The agency is still used and cannot be deleted; it can be merged into another one.</translation>
    </message>
    <message>
        <source>Danh sách cơ quan</source>
        <translation>List of agencies</translation>
    </message>
    <message>
        <source>Gộp…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>Không có cơ quan nào khớp bộ lọc.</source>
        <translation>No agency matches the filter.</translation>
    </message>
    <message>
        <source>Lọc theo loại cơ quan</source>
        <translation>Filter by kind of agency</translation>
    </message>
    <message>
        <source>Mọi loại</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Thêm cơ quan</source>
        <translation>Add agency</translation>
    </message>
    <message>
        <source>Tìm cơ quan</source>
        <translation>Find agency</translation>
    </message>
    <message>
        <source>Tìm cơ quan (Ctrl+F)</source>
        <translation>Find agencies (Ctrl+F)</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>AgencyPane</name>
    <message>
        <source>Chọn một cơ quan để xem chi tiết.</source>
        <translation>Choose an agency to see its details.</translation>
    </message>
    <message>
        <source>Cơ quan mới</source>
        <translation>New agency</translation>
    </message>
    <message>
        <source>Gộp…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>Đã chọn {} cơ quan.</source>
        <translation>Agencies selected: {}.</translation>
    </message>
</context>
<context>
    <name>AgencyWords</name>
    <message numerus="yes">
        <source>%n chỗ dùng</source>
        <translation>
            <numerusform>used %n time</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Bên ngoài</source>
        <translation>Outside body</translation>
    </message>
    <message>
        <source>Chưa dùng</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Chưa lưu được</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Chức danh</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Dữ liệu đang mở chỉ để xem nên không thay đổi được.</source>
        <translation>The data are open for viewing only and cannot be changed.</translation>
    </message>
    <message>
        <source>Nhóm cơ quan</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Từ {}</source>
        <translation>From {}</translation>
    </message>
    <message>
        <source>{} cơ quan</source>
        <translation>{} agencies</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Đến {}</source>
        <translation>Until {}</translation>
    </message>
</context>
<context>
    <name>AmendmentDialog</name>
    <message>
        <source>612/QĐ-UBND</source>
        <translation>612/QĐ-UBND</translation>
    </message>
    <message>
        <source>Chỉ sửa cho đúng bản đã ban hành (do nhập hoặc đọc sai)</source>
        <translation>Only correct it to match the issued plan (misread or mistyped)</translation>
    </message>
    <message>
        <source>Cần nhập loại, số ký hiệu và ngày của văn bản.</source>
        <translation>Type, number and date of the document are needed.</translation>
    </message>
    <message>
        <source>Dùng cho các sửa đổi tiếp theo trong lần làm việc này</source>
        <translation>Use it for the following amendments in this session</translation>
    </message>
    <message>
        <source>Kế hoạch đã ban hành. Nội dung chỉ được sửa theo văn bản sửa đổi.</source>
        <translation>The plan has been issued. Its words change only by an amending document.</translation>
    </message>
    <message>
        <source>Loại văn bản</source>
        <translation>Type of document</translation>
    </message>
    <message>
        <source>Loại văn bản *</source>
        <translation>Type of document *</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày *</source>
        <translation>Date *</translation>
    </message>
    <message>
        <source>Số ký hiệu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Số ký hiệu *</source>
        <translation>Number *</translation>
    </message>
    <message>
        <source>Sửa cho đúng</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Sửa theo văn bản này</source>
        <translation>Amend by this document</translation>
    </message>
    <message>
        <source>Văn bản sửa đổi</source>
        <translation>Amending document</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 05/09/2025.</source>
        <translation>“{}” is not a date; type it like 05/09/2025.</translation>
    </message>
</context>
<context>
    <name>AppendixEditor</name>
    <message>
        <source>Các dòng đầu</source>
        <translation>First lines</translation>
    </message>
    <message>
        <source>Các dòng đầu phụ lục</source>
        <translation>First lines of the appendix</translation>
    </message>
    <message>
        <source>Cần chọn ít nhất một cột của phụ lục.</source>
        <translation>Choose at least one column of the appendix.</translation>
    </message>
    <message>
        <source>Dòng lĩnh vực</source>
        <translation>Reform area row</translation>
    </message>
    <message>
        <source>Dùng các cột thông thường</source>
        <translation>Use the usual columns</translation>
    </message>
    <message>
        <source>PHỤ LỤC
DANH MỤC NHIỆM VỤ…</source>
        <translation>PHỤ LỤC
DANH MỤC NHIỆM VỤ…</translation>
    </message>
    <message>
        <source>Đưa cột lên trước (Alt+↑)</source>
        <translation>Move the column forward (Alt+↑)</translation>
    </message>
    <message>
        <source>Đưa cột ra sau (Alt+↓)</source>
        <translation>Move the column back (Alt+↓)</translation>
    </message>
    <message>
        <source>Để trống: chương trình ghi theo thông tin kế hoạch.</source>
        <translation>Left empty: written from the plan&apos;s particulars.</translation>
    </message>
</context>
<context>
    <name>AppendixTab</name>
    <message>
        <source>Phụ lục chỉ tiêu</source>
        <translation>Appendix of indicators</translation>
    </message>
    <message>
        <source>Phụ lục nhiệm vụ</source>
        <translation>Appendix of tasks</translation>
    </message>
</context>
<context>
    <name>ArisenDialog</name>
    <message>
        <source>Công văn số 1250/UBND-NV ngày 15/9/2025 của UBND thành phố</source>
        <translation>Công văn số 1250/UBND-NV ngày 15/9/2025 của UBND thành phố</translation>
    </message>
    <message>
        <source>Cần ghi văn bản giao nhiệm vụ.</source>
        <translation>Name the document that gives the task.</translation>
    </message>
    <message>
        <source>Nhiệm vụ phát sinh</source>
        <translation>Arisen task</translation>
    </message>
    <message>
        <source>Nhiệm vụ phát sinh được theo dõi và báo cáo cùng kế hoạch, nhưng không in vào phụ lục đã ban hành.</source>
        <translation>An arisen task is followed up and reported with the plan, but not printed in the issued appendix.</translation>
    </message>
    <message>
        <source>Thêm nhiệm vụ</source>
        <translation>Add task</translation>
    </message>
    <message>
        <source>Văn bản giao</source>
        <translation>Source document</translation>
    </message>
    <message>
        <source>Văn bản giao *</source>
        <translation>Source document *</translation>
    </message>
</context>
<context>
    <name>AttachButtons</name>
    <message>
        <source>Chưa có kế hoạch nào đang theo dõi.</source>
        <translation>No plan is tracked yet.</translation>
    </message>
    <message>
        <source>Chọn chỉ tiêu</source>
        <translation>Choose an indicator</translation>
    </message>
    <message>
        <source>Chọn nhiệm vụ hoặc mốc</source>
        <translation>Choose a task or milestone</translation>
    </message>
    <message>
        <source>Các kế hoạch đang theo dõi chưa có chỉ tiêu.</source>
        <translation>The tracked plans have no indicators yet.</translation>
    </message>
    <message>
        <source>Gắn vào chỉ tiêu…</source>
        <translation>Attach to indicator…</translation>
    </message>
    <message>
        <source>Gắn vào nhiệm vụ…</source>
        <translation>Attach to task…</translation>
    </message>
    <message>
        <source>Không có chỉ tiêu nào khớp.</source>
        <translation>No indicator matches.</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào khớp.</source>
        <translation>No task matches.</translation>
    </message>
    <message>
        <source>Số thứ tự, nội dung, kỳ, kế hoạch…</source>
        <translation>Number, content, period, plan…</translation>
    </message>
    <message>
        <source>Số thứ tự, nội dung, mốc, kế hoạch…</source>
        <translation>Number, content, milestone, plan…</translation>
    </message>
    <message>
        <source>Tìm chỉ tiêu</source>
        <translation>Find indicator</translation>
    </message>
    <message>
        <source>Tìm nhiệm vụ</source>
        <translation>Find task</translation>
    </message>
</context>
<context>
    <name>AttachPlaces</name>
    <message>
        <source>Cả chỉ tiêu</source>
        <translation>Whole indicator</translation>
    </message>
    <message>
        <source>Cả nhiệm vụ</source>
        <translation>Whole task</translation>
    </message>
</context>
<context>
    <name>BackupDesk</name>
    <message>
        <source>Bản sao lưu (*.db)</source>
        <translation>Backups (*.db)</translation>
    </message>
    <message>
        <source>Chưa có thư mục {}; thư mục được tạo khi sao lưu lần đầu.</source>
        <translation>The folder {} does not exist yet; it is made with the first backup.</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Chọn nơi lưu thứ hai</source>
        <translation>Choose a second place</translation>
    </message>
    <message>
        <source>Không thấy USB nào đang cắm vào máy. Hãy cắm USB rồi nhấn lại, hoặc chọn nơi lưu thứ hai.</source>
        <translation>No USB stick is plugged in. Plug one in and press again, or choose a second place.</translation>
    </message>
    <message>
        <source>Từ nay mỗi bản sao lưu được chép thêm vào thư mục {}.</source>
        <translation>From now on every backup is also copied to the folder {}.</translation>
    </message>
    <message>
        <source>Đang chép bản sao lưu ra {}…</source>
        <translation>Copying the backup to {}…</translation>
    </message>
    <message>
        <source>Đang chép ra {}…</source>
        <translation>Copying to {}…</translation>
    </message>
    <message>
        <source>Đang khôi phục dữ liệu…</source>
        <translation>Restoring the data…</translation>
    </message>
    <message>
        <source>Đang sao lưu dữ liệu…</source>
        <translation>Backing up the data…</translation>
    </message>
    <message>
        <source>Đang đọc bản sao lưu…</source>
        <translation>Reading the backup…</translation>
    </message>
    <message>
        <source>Đã bỏ nơi lưu thứ hai. Các bản đã chép vẫn còn nguyên.</source>
        <translation>The second place is no longer used. The copies there are kept.</translation>
    </message>
    <message>
        <source>Đã chép bản sao lưu ra {}.</source>
        <translation>Copied the backup to {}.</translation>
    </message>
    <message>
        <source>Đã chép xong: {}. Có thể rút USB ra.</source>
        <translation>Copied: {}. The USB stick can be unplugged.</translation>
    </message>
    <message>
        <source>Đã sao lưu lúc {}.</source>
        <translation>Backed up at {}.</translation>
    </message>
</context>
<context>
    <name>BackupDifferences</name>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Hiện nay</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Khác nhau</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Trong bản sao lưu</source>
        <translation>In the backup</translation>
    </message>
    <message>
        <source>không</source>
        <translation>none</translation>
    </message>
    <message>
        <source>không có</source>
        <translation>none</translation>
    </message>
    <message>
        <source>sẽ có thêm kế hoạch</source>
        <translation>plan will be added</translation>
    </message>
    <message>
        <source>sẽ mất kế hoạch</source>
        <translation>plan will be lost</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Bỏ nơi lưu thứ hai</source>
        <translation>Stop using the second place</translation>
    </message>
    <message>
        <source>Bỏ nơi này</source>
        <translation>Stop using it</translation>
    </message>
    <message>
        <source>Chép ra USB</source>
        <translation>Copy to USB</translation>
    </message>
    <message>
        <source>Chọn nơi khác…</source>
        <translation>Choose another place…</translation>
    </message>
    <message>
        <source>Chọn nơi lưu thứ hai…</source>
        <translation>Choose a second place…</translation>
    </message>
    <message>
        <source>Các bản sao lưu ({})</source>
        <translation>Backups ({})</translation>
    </message>
    <message>
        <source>Khôi phục từ tệp khác…</source>
        <translation>Restore from another file…</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Sao lưu và khôi phục</source>
        <translation>Backup and restore</translation>
    </message>
    <message>
        <source>Vẫn dùng thư mục này</source>
        <translation>Use this folder anyway</translation>
    </message>
    <message>
        <source>Về kế hoạch</source>
        <translation>Back to the plan</translation>
    </message>
    <message>
        <source>Xem và khôi phục…</source>
        <translation>Preview and restore…</translation>
    </message>
    <message>
        <source>chưa chọn</source>
        <translation>not chosen</translation>
    </message>
    <message>
        <source>{}, còn trống {}</source>
        <translation>{}, {} free</translation>
    </message>
</context>
<context>
    <name>BackupTable</name>
    <message>
        <source>Các bản sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Dung lượng</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Hỏng, không dùng được</source>
        <translation>Damaged, cannot be used</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nơi lưu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Thay đổi sau bản này</source>
        <translation>Changes since then</translation>
    </message>
    <message>
        <source>Thời điểm</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Đã kiểm tra, dùng được</source>
        <translation>Checked, usable</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n thay đổi sau bản này</source>
        <translation>
            <numerusform>%n change since then</numerusform>
            <numerusform>%n changes since then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thay đổi thực hiện sau bản sao lưu này sẽ không còn trong dữ liệu.</source>
        <translation>
            <numerusform>%n change made after this backup will no longer be in the data.</numerusform>
            <numerusform>%n changes made after this backup will no longer be in the data.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bản sao lưu này có lịch sử khác với dữ liệu hiện nay: toàn bộ dữ liệu hiện nay sẽ được thay thế.</source>
        <translation>This backup has another history than the present data: all present data will be replaced.</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>Của dữ liệu khác</source>
        <translation>Of other data</translation>
    </message>
    <message>
        <source>Khác dữ liệu hiện nay</source>
        <translation>Differs from the present data</translation>
    </message>
    <message>
        <source>Không có thay đổi</source>
        <translation>No changes</translation>
    </message>
    <message>
        <source>Sao lưu gần nhất: {}</source>
        <translation>Last backup: {}</translation>
    </message>
    <message>
        <source>Thư mục {} nằm trên cùng ổ đĩa với dữ liệu. Nếu ổ đĩa này hỏng thì mất cả dữ liệu và các bản chép. Nên chọn thư mục trên ổ đĩa khác hoặc USB.</source>
        <translation>The folder {} is on the same disk as the data. If this disk fails, the data and the copies are lost. Better choose a folder on another disk or a USB stick.</translation>
    </message>
    <message>
        <source>Trước khi khôi phục</source>
        <translation>Before a restore</translation>
    </message>
    <message>
        <source>Trước khi nhập tệp</source>
        <translation>Before an import</translation>
    </message>
    <message>
        <source>Trước khi nâng cấp dữ liệu</source>
        <translation>Before an upgrade of the data</translation>
    </message>
    <message>
        <source>Trước khi tổng hợp kết quả các đơn vị</source>
        <translation>Before compiling the results of the units</translation>
    </message>
    <message>
        <source>Từ khi có bản sao lưu này, dữ liệu chưa có thay đổi nào.</source>
        <translation>Nothing has changed in the data since this backup.</translation>
    </message>
    <message>
        <source>Tự tạo</source>
        <translation>Made by hand</translation>
    </message>
    <message>
        <source>Tự động</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>chưa có bản nào</source>
        <translation>none yet</translation>
    </message>
    <message numerus="yes">
        <source>cách đây %n ngày</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message>
        <source>cách đây {} giờ</source>
        <translation>{} h ago</translation>
    </message>
    <message>
        <source>cách đây {} phút</source>
        <translation>{} min ago</translation>
    </message>
    <message>
        <source>ngày giờ của máy đã bị chỉnh lùi</source>
        <translation>the clock of the computer was set back</translation>
    </message>
    <message>
        <source>trong 24 giờ qua</source>
        <translation>in the last 24 hours</translation>
    </message>
    <message>
        <source>Đã {} ngày chưa có bản sao lưu trên ổ đĩa khác. Nếu ổ đĩa của máy này hỏng thì mất cả dữ liệu và bản sao lưu.</source>
        <translation>For {} days no backup has gone to another disk. If the disk of this computer fails, the data and the backups are lost.</translation>
    </message>
</context>
<context>
    <name>BinPane</name>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Khôi phục phần đó</source>
        <translation>Restore that part</translation>
    </message>
    <message>
        <source>Khôi phục {}</source>
        <translation>Restore {}</translation>
    </message>
    <message>
        <source>Không có nội dung nào đã xóa.</source>
        <translation>Nothing has been deleted.</translation>
    </message>
    <message>
        <source>Nội dung này nằm trong {0}, cũng đã bị xóa. Hãy khôi phục {0} trước.</source>
        <translation>This is inside {0}, which has been deleted too. Restore {0} first.</translation>
    </message>
    <message>
        <source>Nội dung này nằm trong “{}”, cũng đã bị xóa. Hãy khôi phục phần đó trước.</source>
        <translation>This is inside “{}”, which has been deleted too. Restore that part first.</translation>
    </message>
    <message>
        <source>Nội dung đã xóa</source>
        <translation>Deleted content</translation>
    </message>
    <message>
        <source>Xóa hẳn…</source>
        <translation>Delete for good…</translation>
    </message>
    <message>
        <source>{} mục đã xóa</source>
        <translation>Deleted: {}</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>BulkEditDialog</name>
    <message>
        <source>Cách sửa</source>
        <translation>How to change</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Không phân biệt dấu và chữ hoa</source>
        <translation>Ignore accents and case</translation>
    </message>
    <message>
        <source>Nội dung cần sửa</source>
        <translation>Field to change</translation>
    </message>
    <message>
        <source>Nội dung mới</source>
        <translation>New words</translation>
    </message>
    <message>
        <source>Nội dung trước và sau khi sửa</source>
        <translation>Words before and after the change</translation>
    </message>
    <message>
        <source>Sửa hàng loạt</source>
        <translation>Bulk edit</translation>
    </message>
    <message>
        <source>Thay bằng</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>Thêm vào cuối</source>
        <translation>Add at the end</translation>
    </message>
    <message>
        <source>Tìm</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Tìm và thay</source>
        <translation>Find and replace</translation>
    </message>
    <message>
        <source>Xóa nội dung</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>{} nhiệm vụ sẽ thay đổi, {} giữ nguyên.</source>
        <translation>Tasks that change: {}; that stay: {}.</translation>
    </message>
    <message>
        <source>{} nhiệm vụ sẽ thay đổi.</source>
        <translation>Tasks that change: {}.</translation>
    </message>
    <message>
        <source>Áp dụng</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Đang chọn {} nhiệm vụ. Chưa có thay đổi nào.</source>
        <translation>Tasks selected: {}. Nothing changes yet.</translation>
    </message>
</context>
<context>
    <name>BulkEditModel</name>
    <message>
        <source>(để trống)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Sẽ ghi</source>
        <translation>Will be</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>giữ nguyên</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>Đang ghi</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>BulkFields</name>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Kinh phí</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Lãnh đạo phụ trách</source>
        <translation>Leader in charge</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>Phối hợp</source>
        <translation>Coordinating</translation>
    </message>
    <message>
        <source>Sản phẩm</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
</context>
<context>
    <name>BulkRecordDialog</name>
    <message>
        <source>Các mốc sẽ ghi</source>
        <translation>Milestones to record</translation>
    </message>
    <message>
        <source>Cả {} mốc trước ngày theo dõi chưa ghi</source>
        <translation>All unrecorded milestones before the day of tracking ({})</translation>
    </message>
    <message>
        <source>Cần nhập ngày hoàn thành, đến {}.</source>
        <translation>A day of completion is needed, up to {}.</translation>
    </message>
    <message>
        <source>Ghi kết quả</source>
        <translation>Record result</translation>
    </message>
    <message>
        <source>Ghi kết quả nhiều nhiệm vụ</source>
        <translation>Record results of several tasks</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Ngày hoàn thành</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>Nội dung tiến độ đã ghi của {} mốc được giữ làm nội dung cập nhật của kỳ này.</source>
        <translation>Milestones whose recorded progress is kept as the update of this period: {}.</translation>
    </message>
    <message>
        <source>Sẽ ghi {} mốc.</source>
        <translation>Milestones to record: {}.</translation>
    </message>
    <message>
        <source>Sẽ ghi {} mốc; {} dòng không ghi được, lý do ghi trong danh sách.</source>
        <translation>Milestones to record: {}; rows that cannot be recorded: {}, with the reason in the list.</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Đang thực hiện</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 01/07/2025.</source>
        <translation>“{}” is not a date; type it like 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>BulkRecording</name>
    <message>
        <source>Cập nhật {}</source>
        <translation>Update {}</translation>
    </message>
    <message>
        <source>Không còn mốc nào chưa hoàn thành.</source>
        <translation>No uncompleted milestone is left.</translation>
    </message>
    <message>
        <source>Không ghi: {}</source>
        <translation>Not recorded: {}</translation>
    </message>
    <message>
        <source>Mốc</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>Nhiệm vụ thường xuyên không hoàn thành theo kỳ; chọn “Đang thực hiện”.</source>
        <translation>A standing task is not completed by period; choose “In progress”.</translation>
    </message>
    <message>
        <source>Nội dung nhiệm vụ</source>
        <translation>Content of the task</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
</context>
<context>
    <name>CalendarDesk</name>
    <message>
        <source>Chưa lưu được.</source>
        <translation>Not saved.</translation>
    </message>
    <message>
        <source>Đã sửa {} trong lịch.</source>
        <translation>Changed {} in the calendar.</translation>
    </message>
    <message>
        <source>Đã thêm {} ngày vào lịch.</source>
        <translation>Days added to the calendar: {}.</translation>
    </message>
    <message>
        <source>Đã thêm {} vào lịch.</source>
        <translation>Added {} to the calendar.</translation>
    </message>
    <message>
        <source>Đã xóa {} ngày khỏi lịch.</source>
        <translation>Days deleted from the calendar: {}.</translation>
    </message>
</context>
<context>
    <name>CarryDialog</name>
    <message>
        <source>Chuyển tiếp nhiệm vụ</source>
        <translation>Carry tasks over</translation>
    </message>
    <message>
        <source>Nếu không cần nối với kế hoạch cũ, hãy bỏ dấu “Nối với nhiệm vụ của kế hoạch cũ” rồi tạo lại.</source>
        <translation>If no link with the old plan is needed, clear “Link with the tasks of the old plan” and make the plan again.</translation>
    </message>
    <message>
        <source>Vẫn tạo kế hoạch</source>
        <translation>Make plan anyway</translation>
    </message>
</context>
<context>
    <name>CellBlocks</name>
    <message>
        <source>Bảng sao chép có {} dòng, {} cột, không đủ ô để dán từ đây.</source>
        <translation>The copied table has {} rows and {} columns; there are not enough cells to paste from here.</translation>
    </message>
    <message>
        <source>Chọn ô đầu tiên của các kỳ báo cáo rồi dán.</source>
        <translation>Choose the first cell of the reporting periods, then paste.</translation>
    </message>
    <message>
        <source>Kế hoạch này chỉ để xem nên không nhập được.</source>
        <translation>This plan is for viewing only, so nothing can be typed in.</translation>
    </message>
</context>
<context>
    <name>CellCommands</name>
    <message>
        <source>Chọn các ô cần điền trước.</source>
        <translation>Select the cells to fill first.</translation>
    </message>
    <message>
        <source>Chọn ô cần dán trước.</source>
        <translation>Select the cell to paste into first.</translation>
    </message>
    <message>
        <source>Các ô đã có nội dung giống nhau.</source>
        <translation>The cells hold the same words already.</translation>
    </message>
    <message>
        <source>Kế hoạch vừa thay đổi nên chưa dán. Dán lại một lần nữa.</source>
        <translation>The plan has just changed, so nothing was pasted. Paste once more.</translation>
    </message>
    <message>
        <source>Nội dung dán giống nội dung đang có.</source>
        <translation>What is pasted equals what is there.</translation>
    </message>
    <message>
        <source>Tên {} lĩnh vực trong vùng nhớ tạm không được dán.</source>
        <translation>Names of reform areas on the clipboard that are not pasted: {}.</translation>
    </message>
    <message>
        <source>Đang chọn cả dòng. Chọn ô cần dán rồi dán lại.</source>
        <translation>Whole rows are selected. Select the cell to paste into and paste again.</translation>
    </message>
</context>
<context>
    <name>CellsPane</name>
    <message>
        <source>Chọn nguồn số liệu</source>
        <translation>Choose the source of the figure</translation>
    </message>
    <message>
        <source>Chọn nguồn…</source>
        <translation>Choose source…</translation>
    </message>
    <message>
        <source>Các ô của biểu mẫu</source>
        <translation>Cells of the form</translation>
    </message>
    <message>
        <source>Hiện tất cả ô</source>
        <translation>Show all cells</translation>
    </message>
    <message>
        <source>Không có số liệu nào khớp.</source>
        <translation>No figure matches.</translation>
    </message>
    <message>
        <source>Không có số liệu nào.</source>
        <translation>There are no figures.</translation>
    </message>
    <message>
        <source>Không có ô nào khớp.</source>
        <translation>No cell matches.</translation>
    </message>
    <message>
        <source>Lọc ô</source>
        <translation>Filter cells</translation>
    </message>
    <message>
        <source>Nhận tất cả</source>
        <translation>Accept all</translation>
    </message>
    <message>
        <source>Nhận đề xuất</source>
        <translation>Accept proposal</translation>
    </message>
    <message>
        <source>Tên số liệu, lĩnh vực, cơ quan, chỉ tiêu…</source>
        <translation>Name of the figure, reform area, agency, indicator…</translation>
    </message>
    <message>
        <source>Tìm nguồn số liệu</source>
        <translation>Find source</translation>
    </message>
    <message>
        <source>Tìm ô</source>
        <translation>Find cell</translation>
    </message>
    <message>
        <source>Tìm ô, nguồn số liệu (Ctrl+F)</source>
        <translation>Find cell, source (Ctrl+F)</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Xem theo mẫu</source>
        <translation>View as the form</translation>
    </message>
    <message>
        <source>{} ô có nguồn được đề xuất theo tên, chưa nhận.</source>
        <translation>Cells with a source proposed by name, not accepted yet: {}.</translation>
    </message>
</context>
<context>
    <name>CellsTable</name>
    <message>
        <source>Ô này lấy số liệu tự động. Để nhập, hãy đổi nguồn sang “Nhập tay”.</source>
        <translation>This cell takes its figure automatically. To type into it, change its source to “Typed by hand”.</translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <source>Không có thao tác nào khớp bộ lọc.</source>
        <translation>No operation matches the filter.</translation>
    </message>
    <message>
        <source>Nhật ký chưa có thao tác nào.</source>
        <translation>There are no operations in the history yet.</translation>
    </message>
    <message>
        <source>Nhật ký thao tác</source>
        <translation>History of operations</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Có thể mở lại kế hoạch bất cứ lúc nào.</source>
        <translation>The plan can be reopened at any time.</translation>
    </message>
    <message>
        <source>Kế hoạch trở lại trạng thái trước khi kết thúc và được theo dõi tiếp.</source>
        <translation>The plan returns to its state before it was closed and is followed up again.</translation>
    </message>
    <message>
        <source>Kế hoạch đã kết thúc vẫn xem, in và xuất được; nhiệm vụ, kết quả và tài liệu giữ nguyên.</source>
        <translation>A closed plan can still be viewed, printed and exported; tasks, results and documents stay.</translation>
    </message>
    <message>
        <source>Kết thúc kế hoạch</source>
        <translation>Close plan</translation>
    </message>
    <message>
        <source>Mở lại kế hoạch</source>
        <translation>Reopen plan</translation>
    </message>
    <message>
        <source>Nhiệm vụ chưa xong chuyển tiếp được bằng “Lập kế hoạch kỳ sau từ kế hoạch này”.</source>
        <translation>Unfinished tasks can be carried over with “Make the next period&apos;s plan from this one”.</translation>
    </message>
    <message>
        <source>Nhiệm vụ, kết quả và tài liệu giữ nguyên.</source>
        <translation>Tasks, results and documents stay.</translation>
    </message>
    <message>
        <source>Sau đó lập kế hoạch kỳ sau với {} nhiệm vụ chưa xong</source>
        <translation>Then make the next period&apos;s plan with the unfinished tasks ({})</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Quay lại</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Theo dõi CCHC</source>
        <translation>CCHC Desktop</translation>
    </message>
    <message>
        <source>Đóng và bỏ</source>
        <translation>Close and drop</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Khôi phục mặc định</source>
        <translation>Restore defaults</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Tiêu đề cột</source>
        <translation>Header of the column</translation>
    </message>
    <message>
        <source>Tiêu đề nhóm cột</source>
        <translation>Header of the group</translation>
    </message>
</context>
<context>
    <name>ColumnsTable</name>
    <message>
        <source>Các cột của phụ lục</source>
        <translation>Columns of the appendix</translation>
    </message>
</context>
<context>
    <name>ConditionButton</name>
    <message>
        <source>(không đặt điều kiện)</source>
        <translation>(no condition)</translation>
    </message>
</context>
<context>
    <name>CoverageDesk</name>
    <message>
        <source>Đã bỏ liên kết.</source>
        <translation>Removed the link.</translation>
    </message>
    <message>
        <source>Đã lấy {} nhiệm vụ vào kế hoạch.</source>
        <translation>Tasks taken over into the plan: {}.</translation>
    </message>
    <message>
        <source>Đã nối nhiệm vụ.</source>
        <translation>Linked the tasks.</translation>
    </message>
</context>
<context>
    <name>CoverageModels</name>
    <message>
        <source>(để trống)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Chưa có</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Ngoài kỳ này</source>
        <translation>Outside this period</translation>
    </message>
    <message>
        <source>Đã có {}</source>
        <translation>Covered by {}</translation>
    </message>
    <message>
        <source>Đã nối với nhiệm vụ khác</source>
        <translation>Linked with another task</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>Chưa có</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào khớp.</source>
        <translation>No task matches.</translation>
    </message>
    <message>
        <source>Kế hoạch này chưa ghi kế hoạch gốc và chưa có kế hoạch cấp trên cùng kỳ. Chọn kế hoạch gốc ở ô “Thuộc kế hoạch” trong Thông tin kế hoạch.</source>
        <translation>This plan names no parent plan and has no superior plan of the same period. Choose the parent plan in the field “Part of the plan” of the particulars of the plan.</translation>
    </message>
    <message>
        <source>Kế hoạch để đối chiếu</source>
        <translation>Plan to compare with</translation>
    </message>
    <message>
        <source>Lọc nhiệm vụ</source>
        <translation>Filter tasks</translation>
    </message>
    <message>
        <source>Lọc nhiệm vụ của kế hoạch được đối chiếu</source>
        <translation>Filter the tasks of the compared plan</translation>
    </message>
    <message>
        <source>Mọi nhiệm vụ trong kỳ của “{}” đã có nhiệm vụ ở đây.</source>
        <translation>All tasks of the period of “{}” have a task here.</translation>
    </message>
    <message>
        <source>Ngoài kỳ này</source>
        <translation>Outside this period</translation>
    </message>
    <message>
        <source>Nhiệm vụ của kế hoạch được đối chiếu</source>
        <translation>Tasks of the compared plan</translation>
    </message>
    <message>
        <source>Thông tin kế hoạch…</source>
        <translation>Particulars of the plan…</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Về kế hoạch</source>
        <translation>Back to the plan</translation>
    </message>
    <message>
        <source>{} nhiệm vụ của “{}” chưa có nhiệm vụ ở đây.</source>
        <translation>Tasks without a task here: {}, of “{}”.</translation>
    </message>
    <message>
        <source>Đã có</source>
        <translation>Covered</translation>
    </message>
    <message>
        <source>Đối chiếu kế hoạch</source>
        <translation>Compare plans</translation>
    </message>
    <message>
        <source>Đối chiếu với</source>
        <translation>Compare with</translation>
    </message>
</context>
<context>
    <name>CoveragePane</name>
    <message>
        <source>Bỏ liên kết</source>
        <translation>Remove link</translation>
    </message>
    <message>
        <source>Chưa có nhiệm vụ thực hiện</source>
        <translation>No task carries it out yet</translation>
    </message>
    <message>
        <source>Chọn một nhiệm vụ ở danh sách bên trái.</source>
        <translation>Choose a task in the list at the left.</translation>
    </message>
    <message>
        <source>Gợi ý</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào giống. Gõ vào ô trên để tìm trong cả kế hoạch.</source>
        <translation>No task is similar. Type above to search the whole plan.</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào khớp “{}”.</source>
        <translation>No task matches “{}”.</translation>
    </message>
    <message>
        <source>Liên kết</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Lấy vào kế hoạch</source>
        <translation>Take over into the plan</translation>
    </message>
    <message>
        <source>Lấy {} nhiệm vụ vào kế hoạch</source>
        <translation>Take over {} tasks into the plan</translation>
    </message>
    <message>
        <source>Nhiệm vụ có thể nối</source>
        <translation>Tasks that can be linked</translation>
    </message>
    <message>
        <source>Nhiệm vụ tìm thấy</source>
        <translation>Tasks found</translation>
    </message>
    <message>
        <source>Nhiệm vụ đang thực hiện nhiệm vụ này</source>
        <translation>Tasks that carry out this task</translation>
    </message>
    <message>
        <source>Tìm nhiệm vụ trong kế hoạch này</source>
        <translation>Find a task of this plan</translation>
    </message>
    <message>
        <source>Xem trong kế hoạch</source>
        <translation>Show in plan</translation>
    </message>
    <message>
        <source>{} nhiệm vụ đang thực hiện</source>
        <translation>Tasks that carry it out: {}</translation>
    </message>
</context>
<context>
    <name>CutDialog</name>
    <message>
        <source>Dọn bớt nhật ký</source>
        <translation>Trim the history</translation>
    </message>
    <message>
        <source>Dọn nhật ký</source>
        <translation>Trim history</translation>
    </message>
    <message>
        <source>Giữ từ ngày</source>
        <translation>Keep from</translation>
    </message>
    <message>
        <source>Giữ {} tháng gần đây</source>
        <translation>Keep the last {} months</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Mọi thao tác trước ngày {} sẽ mất khỏi nhật ký: không xem lại được và không hoàn tác được nữa. Việc dọn này cũng không hoàn tác được. Các kế hoạch và nhiệm vụ không thay đổi.</source>
        <translation>All operations before {} will be removed from the history: they can no longer be seen or undone. The trimming cannot be undone either. Plans and tasks do not change.</translation>
    </message>
    <message>
        <source>Ngày chưa đúng; nhập ngày như 01/07/2025, không sau hôm nay.</source>
        <translation>The date is not right; type it like 01/07/2025, not after today.</translation>
    </message>
    <message>
        <source>Nhật ký không có thao tác nào trước ngày {}.</source>
        <translation>The history has no operations before {}.</translation>
    </message>
    <message>
        <source>Từ nay tự động chỉ giữ số tháng đã chọn</source>
        <translation>From now on keep only the chosen months</translation>
    </message>
    <message>
        <source>Từ nay tự động chỉ giữ {} tháng gần đây</source>
        <translation>From now on keep only the last {} months</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
</context>
<context>
    <name>DatesDialog</name>
    <message>
        <source>Cần nhập ngày {}.</source>
        <translation>The date is needed: {}.</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Số liệu {}. Ngày đặt ở đây chỉ dùng cho kỳ này; quy tắc chung không đổi.</source>
        <translation>Figures {}. The dates set here hold for this period only; the rule stays.</translation>
    </message>
    <message>
        <source>Sửa các ngày của kỳ báo cáo</source>
        <translation>Correct the dates of the reporting period</translation>
    </message>
</context>
<context>
    <name>DayForm</name>
    <message>
        <source>Cần nhập ngày, như 02/09/2026.</source>
        <translation>A date is needed, like 02/09/2026.</translation>
    </message>
    <message>
        <source>Cần nhập tên của ngày.</source>
        <translation>The day needs a name.</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Làm bù</source>
        <translation>Make-up day</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày nghỉ</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tên ngày</source>
        <translation>Name of the day</translation>
    </message>
    <message>
        <source>Tên ngày nghỉ hoặc lý do làm bù</source>
        <translation>Name of the day off, or reason of the make-up day</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>Báo “Chờ cập nhật” ở nhiệm vụ khác, trước ngày các đơn vị gửi (ngày)</source>
        <translation>Show “Update due” on other tasks, before the units hand in (days)</translation>
    </message>
    <message>
        <source>Báo “Còn n ngày” khi còn (ngày)</source>
        <translation>Show “n days left” from (days)</translation>
    </message>
    <message>
        <source>Chờ kết quả định kỳ</source>
        <translation>Waiting for periodic results</translation>
    </message>
    <message>
        <source>Hỏi cập nhật trước ngày gửi</source>
        <translation>Ask for updates before handing in</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nhiệm vụ định kỳ quá hạn sau khi hết kỳ (ngày)</source>
        <translation>Recurring tasks are overdue after the end of the period (days)</translation>
    </message>
    <message>
        <source>Nhập số ngày bằng chữ số.</source>
        <translation>Type the number of days in digits.</translation>
    </message>
    <message>
        <source>Nhắc trước hạn</source>
        <translation>Reminder before the due date</translation>
    </message>
    <message>
        <source>Số mặc định</source>
        <translation>Usual numbers</translation>
    </message>
    <message>
        <source>Số ngày nhắc hạn</source>
        <translation>Days of reminders</translation>
    </message>
    <message>
        <source>không</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Để trống dòng cuối: chỉ nhiệm vụ thường xuyên báo “Chờ cập nhật kỳ này”.</source>
        <translation>Last line left empty: only standing tasks show “Update due this period”.</translation>
    </message>
</context>
<context>
    <name>DaysOff</name>
    <message>
        <source>Làm bù</source>
        <translation>Make-up day</translation>
    </message>
    <message>
        <source>Nghỉ hằng năm</source>
        <translation>Yearly holiday</translation>
    </message>
    <message>
        <source>Ngày nghỉ</source>
        <translation>Day off</translation>
    </message>
</context>
<context>
    <name>DaysOffPage</name>
    <message>
        <source>Lấy ngày nghỉ lễ của năm {}…</source>
        <translation>Get public holidays of {}…</translation>
    </message>
    <message>
        <source>Ngày nghỉ</source>
        <translation>Days off</translation>
    </message>
    <message>
        <source>Ngày nghỉ của năm {}</source>
        <translation>Days off in {}</translation>
    </message>
    <message>
        <source>Ngày đến hạn rơi vào ngày nghỉ vẫn được giữ nguyên, chỉ được ghi rõ là ngày nghỉ. Thứ Bảy và Chủ nhật là ngày nghỉ nếu không có dòng làm bù.</source>
        <translation>A due date on a day off stays as it is; it is only marked as a day off. Saturdays and Sundays are days off unless there is a row for a make-up day.</translation>
    </message>
    <message>
        <source>Năm sau</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>Năm trước</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>Năm {}</source>
        <translation>Year {}</translation>
    </message>
    <message>
        <source>Thêm ngày</source>
        <translation>Add day</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message numerus="yes">
        <source>%n mốc</source>
        <translation>
            <numerusform>%n milestone</numerusform>
            <numerusform>%n milestones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ quá hạn</source>
        <translation>
            <numerusform>%n task overdue</numerusform>
            <numerusform>%n tasks overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ đến hạn trong 7 ngày</source>
        <translation>
            <numerusform>%n task due in 7 days</numerusform>
            <numerusform>%n tasks due in 7 days</numerusform>
        </translation>
    </message>
    <message>
        <source>30 ngày</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>7 ngày</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>Chưa rõ cơ quan chủ trì</source>
        <translation>Lead agency unclear</translation>
    </message>
    <message>
        <source>Chưa xác định thời hạn</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>Chưa đến hạn</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>Chốt số liệu</source>
        <translation>Lock figures</translation>
    </message>
    <message>
        <source>Chờ văn bản</source>
        <translation>Waiting for a document</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Các đơn vị gửi số liệu</source>
        <translation>Units hand in figures</translation>
    </message>
    <message>
        <source>Cần bổ sung</source>
        <translation>Details needed</translation>
    </message>
    <message>
        <source>Cần xác nhận đúng hạn</source>
        <translation>To confirm as in time</translation>
    </message>
    <message>
        <source>Gửi cấp trên</source>
        <translation>Send to superior body</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Hôm nay: {}.</source>
        <translation>Today: {}.</translation>
    </message>
    <message>
        <source>Không còn thực hiện</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Quý {}</source>
        <translation>Quarter {}</translation>
    </message>
    <message>
        <source>Thiếu ngày hoàn thành</source>
        <translation>Day of completion missing</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Trình ký</source>
        <translation>Submit for signature</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Xem các nhiệm vụ quá hạn, sắp đến hạn</source>
        <translation>See the tasks overdue and due soon</translation>
    </message>
    <message numerus="yes">
        <source>còn %n ngày</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>kết quả đã ghi, chưa rõ có chậm không</source>
        <translation>result recorded, unclear whether late</translation>
    </message>
    <message>
        <source>làm bù</source>
        <translation>make-up day</translation>
    </message>
    <message>
        <source>ngày mai</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>ngày nghỉ</source>
        <translation>day off</translation>
    </message>
    <message>
        <source>ngày nghỉ: {}</source>
        <translation>day off: {}</translation>
    </message>
    <message>
        <source>quá hạn: {}</source>
        <translation>overdue: {}</translation>
    </message>
    <message>
        <source>từ {}</source>
        <translation>since {}</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>đã qua %n ngày</source>
        <translation>
            <numerusform>%n day past</numerusform>
            <numerusform>%n days past</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadlinesBar</name>
    <message>
        <source>Chỉ việc chưa xong</source>
        <translation>Only unfinished tasks</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Cả kế hoạch</source>
        <translation>Whole plan</translation>
    </message>
    <message>
        <source>Cần bổ sung: {}</source>
        <translation>Details needed: {}</translation>
    </message>
    <message>
        <source>Khoảng thời gian</source>
        <translation>Time span</translation>
    </message>
    <message>
        <source>Kế hoạch này</source>
        <translation>This plan</translation>
    </message>
    <message>
        <source>Kế hoạch được hiện</source>
        <translation>Plans shown</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Mọi kế hoạch</source>
        <translation>All plans</translation>
    </message>
    <message>
        <source>Tìm nhiệm vụ (Ctrl+F)</source>
        <translation>Find task (Ctrl+F)</translation>
    </message>
    <message>
        <source>Tìm nhiệm vụ đến hạn</source>
        <translation>Find due task</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Xếp theo cơ quan</source>
        <translation>Sort by agency</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Chọn nhiệm vụ để ghi kết quả hoặc đôn đốc.</source>
        <translation>Choose tasks to record results or send reminders.</translation>
    </message>
    <message>
        <source>Ghi kết quả…</source>
        <translation>Record result…</translation>
    </message>
    <message>
        <source>Hiện cả kế hoạch</source>
        <translation>Show whole plan</translation>
    </message>
    <message>
        <source>Hiện cả việc đã xong</source>
        <translation>Show finished tasks too</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào chưa xong.</source>
        <translation>There are no unfinished tasks.</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào khớp điều đã chọn.</source>
        <translation>No task matches what is chosen.</translation>
    </message>
    <message>
        <source>Mốc {}</source>
        <translation>Milestone {}</translation>
    </message>
    <message>
        <source>Mở nhiệm vụ</source>
        <translation>Open task</translation>
    </message>
    <message>
        <source>TT {}</source>
        <translation>No. {}</translation>
    </message>
    <message>
        <source>{}, cần bổ sung: {}</source>
        <translation>{}, details needed: {}</translation>
    </message>
    <message>
        <source>Đang chọn {}</source>
        <translation>Selected: {}</translation>
    </message>
    <message>
        <source>Đôn đốc…</source>
        <translation>Remind…</translation>
    </message>
</context>
<context>
    <name>DeadlinesTable</name>
    <message>
        <source>Danh sách nhiệm vụ đến hạn</source>
        <translation>List of due tasks</translation>
    </message>
</context>
<context>
    <name>DialogHost</name>
    <message>
        <source>Chưa lưu được.</source>
        <translation>Not saved.</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Nhiệm vụ sau</source>
        <translation>Next task</translation>
    </message>
    <message>
        <source>Nhiệm vụ trước</source>
        <translation>Previous task</translation>
    </message>
    <message>
        <source>Ẩn khung này</source>
        <translation>Hide this pane</translation>
    </message>
</context>
<context>
    <name>DocumentForm</name>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Loại văn bản</source>
        <translation>Type of document</translation>
    </message>
    <message>
        <source>Lưu tại văn thư, không đưa vào máy</source>
        <translation>Kept at the registry, not put on the computer</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày văn bản</source>
        <translation>Date of the document</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Tài liệu mật</source>
        <translation>Secret document</translation>
    </message>
    <message>
        <source>Ví dụ 15/BC-UBND</source>
        <translation>For example 15/BC-UBND</translation>
    </message>
    <message>
        <source>Vẫn được tính là tài liệu kiểm chứng.</source>
        <translation>It still counts as a supporting document.</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày nên chưa được lưu. Nhập như 1/7/2025.</source>
        <translation>“{}” is not a date, so it was not saved. Type it like 1/7/2025.</translation>
    </message>
</context>
<context>
    <name>DocumentListPane</name>
    <message>
        <source>Chưa có tài liệu nào. Kéo tệp vào đây hoặc thêm tài liệu.</source>
        <translation>There are no documents yet. Drag files here or add a document.</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Danh sách tài liệu</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>Dừng kiểm tra tệp</source>
        <translation>Stop checking files</translation>
    </message>
    <message>
        <source>Ghi tài liệu không kèm tệp</source>
        <translation>Enter a document without a file</translation>
    </message>
    <message>
        <source>Không có tài liệu nào khớp bộ lọc.</source>
        <translation>No document matches the filter.</translation>
    </message>
    <message>
        <source>Lọc tài liệu</source>
        <translation>Filter documents</translation>
    </message>
    <message>
        <source>Mọi kết quả đã hoàn thành đều có tài liệu kiểm chứng.</source>
        <translation>All completed results have supporting documents.</translation>
    </message>
    <message>
        <source>Nhiệm vụ đã hoàn thành, chưa có tài liệu kiểm chứng</source>
        <translation>Completed tasks without supporting documents</translation>
    </message>
    <message>
        <source>Thêm tài liệu…</source>
        <translation>Add document…</translation>
    </message>
    <message>
        <source>Tìm số, trích yếu, nơi ban hành (Ctrl+F)</source>
        <translation>Find number, subject, issuer (Ctrl+F)</translation>
    </message>
    <message>
        <source>Tìm tài liệu</source>
        <translation>Find document</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>{} kết quả chưa có tài liệu</source>
        <translation>{} results without documents</translation>
    </message>
    <message>
        <source>{} tài liệu</source>
        <translation>{} documents</translation>
    </message>
    <message>
        <source>{} tệp mất hoặc đã thay đổi</source>
        <translation>{} files missing or changed</translation>
    </message>
    <message>
        <source>{}/{} tài liệu</source>
        <translation>{}/{} documents</translation>
    </message>
    <message>
        <source>Đọc lại toàn bộ các tệp để tìm tệp mất hoặc đã thay đổi</source>
        <translation>Read all files again to find missing or changed ones</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>Chưa gắn với nhiệm vụ, chỉ tiêu nào.</source>
        <translation>Not attached to any task or indicator yet.</translation>
    </message>
    <message>
        <source>Chọn một tài liệu để xem chi tiết.</source>
        <translation>Choose a document to see its details.</translation>
    </message>
    <message>
        <source>Gỡ khỏi nơi dùng này</source>
        <translation>Detach from this use</translation>
    </message>
    <message>
        <source>Nhấn Enter hoặc bấm hai lần để mở nhiệm vụ, chỉ tiêu.</source>
        <translation>Press Enter or double-click to open the task or indicator.</translation>
    </message>
    <message>
        <source>Nơi dùng</source>
        <translation>Used in</translation>
    </message>
    <message>
        <source>Nơi dùng ({})</source>
        <translation>Used in ({})</translation>
    </message>
    <message>
        <source>Tài liệu mới</source>
        <translation>New document</translation>
    </message>
    <message>
        <source>Đã chọn {} tài liệu.</source>
        <translation>Documents selected: {}.</translation>
    </message>
</context>
<context>
    <name>DocumentPicker</name>
    <message>
        <source>Chọn tài liệu trong kho</source>
        <translation>Choose a document from the store</translation>
    </message>
    <message>
        <source>Kho chưa có tài liệu khác.</source>
        <translation>There are no other documents in the store.</translation>
    </message>
    <message>
        <source>Không có tài liệu nào khớp.</source>
        <translation>No document matches.</translation>
    </message>
    <message>
        <source>Số, ký hiệu, trích yếu…</source>
        <translation>Number, subject…</translation>
    </message>
    <message>
        <source>Tìm tài liệu</source>
        <translation>Find document</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>Bỏ {}</source>
        <translation>Remove {}</translation>
    </message>
    <message>
        <source>Lấy</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Theo tên tệp: {}.</source>
        <translation>By the file name: {}.</translation>
    </message>
    <message>
        <source>chưa có tệp</source>
        <translation>no file yet</translation>
    </message>
    <message>
        <source>lưu tại văn thư</source>
        <translation>kept at the registry</translation>
    </message>
    <message>
        <source>mật, lưu tại văn thư</source>
        <translation>secret, kept at the registry</translation>
    </message>
</context>
<context>
    <name>DocumentTab</name>
    <message>
        <source>05/KH-UBND</source>
        <translation>05/KH-UBND</translation>
    </message>
    <message>
        <source>Họ và tên người ký</source>
        <translation>Full name of the signer</translation>
    </message>
    <message>
        <source>KT. CHỦ TỊCH
PHÓ CHỦ TỊCH</source>
        <translation>KT. CHỦ TỊCH
PHÓ CHỦ TỊCH</translation>
    </message>
    <message>
        <source>Loại văn bản</source>
        <translation>Type of document</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Quyền hạn,
chức vụ</source>
        <translation>Capacity,
position</translation>
    </message>
    <message>
        <source>Quyền hạn, chức vụ người ký</source>
        <translation>Capacity and position of the signer</translation>
    </message>
    <message>
        <source>Số ký hiệu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>dự thảo có thể để trống</source>
        <translation>may be empty in a draft</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 01/07/2025 hoặc để trống.</source>
        <translation>“{}” is not a date; type it like 01/07/2025 or leave it empty.</translation>
    </message>
</context>
<context>
    <name>DoubtStrip</name>
    <message>
        <source>Bỏ qua</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Bỏ qua: {}</source>
        <translation>Dismiss: {}</translation>
    </message>
    <message>
        <source>Sửa: {}</source>
        <translation>Mend: {}</translation>
    </message>
    <message>
        <source>Sửa…</source>
        <translation>Mend…</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>Chỉ một mốc</source>
        <translation>One milestone only</translation>
    </message>
    <message>
        <source>Cả nhiệm vụ</source>
        <translation>Whole task</translation>
    </message>
    <message>
        <source>Cần ghi lý do không còn thực hiện.</source>
        <translation>The reason for dropping is needed.</translation>
    </message>
    <message>
        <source>Ghi không còn thực hiện</source>
        <translation>Mark as dropped</translation>
    </message>
    <message>
        <source>Không còn thực hiện</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Lý do *</source>
        <translation>Reason *</translation>
    </message>
    <message>
        <source>Mốc</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>Ngày dừng thực hiện sau ngày hôm nay ({}).</source>
        <translation>The day of dropping is after today ({}).</translation>
    </message>
    <message>
        <source>Phạm vi</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Thực hiện trở lại</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Đã ghi không còn thực hiện “{}”.</source>
        <translation>Marked as dropped: “{}”.</translation>
    </message>
    <message>
        <source>Đã ghi thực hiện trở lại “{}”.</source>
        <translation>Resumed “{}”.</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 01/07/2025.</source>
        <translation>“{}” is not a date; type it like 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nội dung đã sửa chưa được lưu.</source>
        <translation>The changes have not been saved.</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Chưa đánh giá</source>
        <translation>Not assessed</translation>
    </message>
    <message>
        <source>Cách tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Nguyên nhân</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nguyên nhân chưa đạt</source>
        <translation>Reason for not meeting it</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Nguồn số liệu</source>
        <translation>Source of the figure</translation>
    </message>
    <message>
        <source>Ngày của số liệu</source>
        <translation>Date of the figure</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>VD: Báo cáo số 71/BC-TTPVHCC</source>
        <translation>E.g. Báo cáo số 71/BC-TTPVHCC</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày nên chưa được lưu. Nhập như 04/12/2026.</source>
        <translation>“{}” is not a date, so it was not saved. Type it like 04/12/2026.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Chưa có tệp</source>
        <translation>No file yet</translation>
    </message>
    <message>
        <source>Chưa dùng ở đâu</source>
        <translation>Not used anywhere</translation>
    </message>
    <message>
        <source>Chọn tệp tài liệu</source>
        <translation>Choose document files</translation>
    </message>
    <message>
        <source>Có tệp</source>
        <translation>With file</translation>
    </message>
    <message>
        <source>Dữ liệu đang mở chỉ để xem.</source>
        <translation>The data are open for viewing only.</translation>
    </message>
    <message>
        <source>Không đưa tệp của tài liệu mật vào máy. Với tài liệu mật hoặc bản giấy, chỉ ghi số, ngày và đánh dấu “Lưu tại văn thư”; tài liệu đó vẫn được tính là tài liệu kiểm chứng.</source>
        <translation>Files of secret documents are not put on the computer. For a secret document or a paper copy, enter only number and date and tick “Kept at the registry”; it still counts as a supporting document.</translation>
    </message>
    <message>
        <source>Lưu tại văn thư</source>
        <translation>Kept at the registry</translation>
    </message>
    <message>
        <source>Mất tệp</source>
        <translation>File missing</translation>
    </message>
    <message>
        <source>Mất tệp hoặc tệp đã thay đổi</source>
        <translation>File missing or changed</translation>
    </message>
    <message>
        <source>Mật</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Mọi tài liệu</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Tệp PDF, Word, Excel, ảnh</source>
        <translation>PDF, Word, Excel files, images</translation>
    </message>
    <message>
        <source>Tệp còn nguyên</source>
        <translation>File intact</translation>
    </message>
    <message>
        <source>Tệp đã thay đổi</source>
        <translation>File changed</translation>
    </message>
    <message>
        <source>ngày {}</source>
        <translation>dated {}</translation>
    </message>
    <message>
        <source>số {}</source>
        <translation>no. {}</translation>
    </message>
    <message>
        <source>Đã hoàn thành, chưa có tài liệu kiểm chứng</source>
        <translation>Completed, without supporting documents</translation>
    </message>
</context>
<context>
    <name>EvidenceDesk</name>
    <message>
        <source>Hãy thử lại.</source>
        <translation>Please try again.</translation>
    </message>
    <message>
        <source>Tài liệu này đã gắn vào {}.</source>
        <translation>This document is attached to {} already.</translation>
    </message>
    <message>
        <source>Đang chép tệp vào kho… {}%</source>
        <translation>Copying files to the store… {}%</translation>
    </message>
    <message>
        <source>Đã gắn tài liệu vào {} kết quả.</source>
        <translation>Results with the document attached: {}.</translation>
    </message>
    <message>
        <source>Đã gắn tài liệu vào {}.</source>
        <translation>Attached the document to {}.</translation>
    </message>
    <message>
        <source>Đã gỡ tài liệu khỏi nơi dùng.</source>
        <translation>Detached the document from the use.</translation>
    </message>
    <message>
        <source>Đã lưu tài liệu.</source>
        <translation>Saved the document.</translation>
    </message>
    <message>
        <source>Đã thêm tài liệu.</source>
        <translation>Added the document.</translation>
    </message>
    <message>
        <source>Đã xóa {} tài liệu.</source>
        <translation>Documents deleted: {}.</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tài liệu kiểm chứng</source>
        <translation>Supporting documents</translation>
    </message>
</context>
<context>
    <name>EvidenceField</name>
    <message>
        <source>Bản giấy…</source>
        <translation>Paper copy…</translation>
    </message>
    <message>
        <source>Chọn trong kho…</source>
        <translation>Choose from store…</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Ghi tài liệu lưu tại văn thư, không đưa tệp vào máy</source>
        <translation>Enter a document kept at the registry, without putting its file on the computer</translation>
    </message>
    <message>
        <source>Kéo tệp vào đây, hoặc</source>
        <translation>Drag files here, or</translation>
    </message>
    <message>
        <source>Tài liệu kiểm chứng</source>
        <translation>Supporting documents</translation>
    </message>
    <message>
        <source>sẽ chép vào kho tài liệu</source>
        <translation>will be copied to the document store</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Chưa lưu được thay đổi của “{}”. {}</source>
        <translation>The changes of “{}” could not be saved. {}</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>tài liệu mới</source>
        <translation>new document</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>Đính kèm tài liệu…</source>
        <translation>Attach document…</translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message>
        <source>Đã nhập {} nhiệm vụ.</source>
        <translation>Tasks imported: {}.</translation>
    </message>
    <message>
        <source>Đã xuất phụ lục ra tệp {}.</source>
        <translation>Exported the appendix to the file {}.</translation>
    </message>
</context>
<context>
    <name>ExchangeFlow</name>
    <message>
        <source>Chọn tệp phụ lục kế hoạch</source>
        <translation>Choose a file with the plan&apos;s appendix</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;Word (*.docx);;PDF (*.pdf)</source>
        <translation>Excel (*.xlsx);;Word (*.docx);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Phụ lục chỉ tiêu</source>
        <translation>Appendix of indicators</translation>
    </message>
    <message>
        <source>Phụ lục nhiệm vụ</source>
        <translation>Appendix of tasks</translation>
    </message>
    <message>
        <source>Tệp Word, Excel (*.docx *.xlsx)</source>
        <translation>Word, Excel files (*.docx *.xlsx)</translation>
    </message>
    <message>
        <source>Xuất phụ lục</source>
        <translation>Export appendix</translation>
    </message>
    <message>
        <source>Đang ghi tệp {}…</source>
        <translation>Writing the file {}…</translation>
    </message>
    <message>
        <source>Đang nhập kế hoạch…</source>
        <translation>Importing the plan…</translation>
    </message>
    <message>
        <source>Đang đọc tệp {}…</source>
        <translation>Reading the file {}…</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>Công văn số 15/UBND ngày 01/9/2025</source>
        <translation>Công văn số 15/UBND ngày 01/9/2025</translation>
    </message>
    <message>
        <source>Cần ghi văn bản cho phép gia hạn.</source>
        <translation>Name the document that grants the extension.</translation>
    </message>
    <message>
        <source>Cần nhập hạn mới.</source>
        <translation>The new due date is needed.</translation>
    </message>
    <message>
        <source>Gia hạn</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Hạn mới</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>Hạn mới *</source>
        <translation>New due date *</translation>
    </message>
    <message>
        <source>Lùi {} ngày so với hạn {}</source>
        <translation>{} day(s) later than {}</translation>
    </message>
    <message>
        <source>Mốc</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>Ngày cho phép</source>
        <translation>Granted on</translation>
    </message>
    <message>
        <source>Ngày cho phép gia hạn sau ngày hôm nay ({}).</source>
        <translation>The day of granting is after today ({}).</translation>
    </message>
    <message>
        <source>Nội dung kế hoạch giữ nguyên; trạng thái và bảng theo dõi tính theo hạn mới.</source>
        <translation>The words of the plan stay; states and tables follow the new due date.</translation>
    </message>
    <message>
        <source>Văn bản cho phép</source>
        <translation>Granting document</translation>
    </message>
    <message>
        <source>Văn bản cho phép *</source>
        <translation>Granting document *</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 01/07/2025.</source>
        <translation>“{}” is not a date; type it like 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>FieldKeeper</name>
    <message>
        <source>Chưa lưu được. Hãy thử lại.</source>
        <translation>Not saved. Please try again.</translation>
    </message>
</context>
<context>
    <name>FigureRows</name>
    <message>
        <source>Chỉ tiêu được tính trong số liệu này: {}</source>
        <translation>Indicators counted in this figure: {}</translation>
    </message>
    <message>
        <source>Nhiệm vụ được tính trong số liệu này: {}</source>
        <translation>Tasks counted in this figure: {}</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Bản giấy lưu tại văn thư.</source>
        <translation>Paper copy kept at the registry.</translation>
    </message>
    <message>
        <source>Chưa có tệp. Kéo tệp vào đây hoặc chọn tệp.</source>
        <translation>No file yet. Drag a file here or choose one.</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Gỡ tệp</source>
        <translation>Remove file</translation>
    </message>
    <message>
        <source>Không còn tệp này trong kho. Tìm lại tệp gốc, hoặc khôi phục từ bản sao lưu.</source>
        <translation>This file is no longer in the store. Find the original file, or restore from a backup.</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Thay tệp…</source>
        <translation>Replace file…</translation>
    </message>
    <message>
        <source>Tài liệu mật, không có tệp trong máy.</source>
        <translation>Secret document, no file on the computer.</translation>
    </message>
    <message>
        <source>Tìm lại tệp…</source>
        <translation>Find file again…</translation>
    </message>
    <message>
        <source>Tệp trong kho đã thay đổi sau khi lưu nên không mở. Tìm lại tệp gốc để thay vào.</source>
        <translation>The file in the store has changed since it was saved, so it is not opened. Find the original file to replace it.</translation>
    </message>
</context>
<context>
    <name>FileIntake</name>
    <message>
        <source>Chưa lưu được. Hãy thử lại.</source>
        <translation>Not saved. Please try again.</translation>
    </message>
    <message>
        <source>Đã thêm tài liệu “{}” vào kho.</source>
        <translation>Added the document “{}” to the store.</translation>
    </message>
    <message>
        <source>Đã thêm {} tài liệu vào kho.</source>
        <translation>Documents added to the store: {}.</translation>
    </message>
</context>
<context>
    <name>FilesDesk</name>
    <message>
        <source>Máy chưa có chương trình để mở tệp .{}. Hãy cài chương trình phù hợp rồi mở lại.</source>
        <translation>This computer has no program to open .{} files. Install a suitable program, then open it again.</translation>
    </message>
    <message>
        <source>Đang chép tệp vào kho tài liệu…</source>
        <translation>Copying files to the document store…</translation>
    </message>
    <message>
        <source>Đang kiểm tra tệp…</source>
        <translation>Checking files…</translation>
    </message>
    <message>
        <source>Đang kiểm tra tệp… {}/{}</source>
        <translation>Checking files… {}/{}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Chuyển tiếp từ kỳ trước</source>
        <translation>Carried over</translation>
    </message>
    <message>
        <source>Chưa xác định thời hạn</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>Chưa đến hạn</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>Chờ cập nhật kỳ này</source>
        <translation>Update due this period</translation>
    </message>
    <message>
        <source>Chờ văn bản</source>
        <translation>Waiting for a document</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Chủ trì hoặc phối hợp</source>
        <translation>Lead or coordinating</translation>
    </message>
    <message>
        <source>Cây</source>
        <translation>Tree</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Gọn</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Hoàn thành quá hạn</source>
        <translation>Completed late</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Không còn thực hiện</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Loại nhiệm vụ</source>
        <translation>Kind of task</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Một lần</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Nội dung thành phần</source>
        <translation>Component</translation>
    </message>
    <message>
        <source>Phát sinh</source>
        <translation>Arisen</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>Theo cơ quan</source>
        <translation>By agency</translation>
    </message>
    <message>
        <source>Theo tháng</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>Theo tháng đến hạn</source>
        <translation>By due month</translation>
    </message>
    <message>
        <source>Theo…</source>
        <translation>Group by…</translation>
    </message>
    <message>
        <source>Thoáng</source>
        <translation>Roomy</translation>
    </message>
    <message>
        <source>Thường xuyên</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Thường xuyên, đã cập nhật</source>
        <translation>Standing, updated</translation>
    </message>
    <message>
        <source>Trong kế hoạch</source>
        <translation>In the plan</translation>
    </message>
    <message>
        <source>Trước ngày theo dõi</source>
        <translation>Before tracking</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Từ kế hoạch cấp trên</source>
        <translation>From a superior plan</translation>
    </message>
    <message>
        <source>Vừa</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>{}/{} nhiệm vụ</source>
        <translation>{}/{} tasks</translation>
    </message>
    <message>
        <source>Đang thực hiện</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Đã hoàn thành</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Đã qua ngày đến hạn</source>
        <translation>Due date has passed</translation>
    </message>
    <message>
        <source>Đến hạn trong quý này</source>
        <translation>Due this quarter</translation>
    </message>
    <message>
        <source>Đến hạn trong tháng này</source>
        <translation>Due this month</translation>
    </message>
    <message>
        <source>Định kỳ</source>
        <translation>Recurring</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>(không có mục nào)</source>
        <translation>(no entries)</translation>
    </message>
    <message>
        <source>Lọc theo {}</source>
        <translation>Filter by {}</translation>
    </message>
    <message>
        <source>Nhấn Delete để bỏ lọc</source>
        <translation>Press Delete to remove the filter</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message numerus="yes">
        <source>%n cơ quan</source>
        <translation>
            <numerusform>%n agency</numerusform>
            <numerusform>%n agencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kế hoạch</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Gõ từ cần tìm. Không cần gõ dấu; gõ tắt cũng được, ví dụ “vp hdnd”, “tthc”.</source>
        <translation>Type what to find. Accents are not needed; abbreviations work too, for example “vp hdnd”, “tthc”.</translation>
    </message>
    <message>
        <source>Không có nội dung nào khớp “{}”.</source>
        <translation>Nothing matches “{}”.</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Nội dung, sản phẩm, cơ quan, thời hạn… Không cần gõ dấu.</source>
        <translation>Content, product, agency, deadline… Accents are not needed.</translation>
    </message>
    <message>
        <source>Sửa theo văn bản</source>
        <translation>Amended by</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Trở lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Tìm trong tất cả kế hoạch</source>
        <translation>Find in all plans</translation>
    </message>
    <message>
        <source>Văn bản giao</source>
        <translation>Source document</translation>
    </message>
    <message>
        <source>Xem thêm</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Xóa từ đang tìm</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>còn {} kết quả</source>
        <translation>{} more results</translation>
    </message>
    <message>
        <source>Đang đọc các kế hoạch…</source>
        <translation>Reading the plans…</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Những chỗ nên xem lại trước khi in</source>
        <translation>What is worth a look before printing</translation>
    </message>
</context>
<context>
    <name>FollowChoice</name>
    <message numerus="yes">
        <source>%n mốc đã qua hạn trước hôm nay; nếu theo dõi tất cả, các mốc này sẽ hiện quá hạn.</source>
        <translation>
            <numerusform>%n milestone was due before today; if all are tracked, it will show as overdue.</numerusform>
            <numerusform>%n milestones were due before today; if all are tracked, they will show as overdue.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chỉ theo dõi các mốc từ ngày</source>
        <translation>Track only milestones from</translation>
    </message>
    <message>
        <source>Kế hoạch đã hết thời gian ngày {}.</source>
        <translation>The period of the plan ended on {}.</translation>
    </message>
    <message>
        <source>Nhập để tra cứu (kết thúc luôn)</source>
        <translation>Import for reference (close at once)</translation>
    </message>
    <message>
        <source>Theo dõi kế hoạch</source>
        <translation>Tracking of the plan</translation>
    </message>
    <message>
        <source>Theo dõi tất cả các mốc</source>
        <translation>Track all milestones</translation>
    </message>
    <message>
        <source>Theo dõi từ ngày</source>
        <translation>Tracked from</translation>
    </message>
</context>
<context>
    <name>FollowDesk</name>
    <message>
        <source>Kế hoạch được theo dõi từ ngày {}.</source>
        <translation>The plan is followed from {} on.</translation>
    </message>
</context>
<context>
    <name>FollowedTasks</name>
    <message>
        <source>Cơ quan số {}</source>
        <translation>Agency no. {}</translation>
    </message>
    <message>
        <source>Dòng này chỉ gồm các việc nằm dưới nó. Hãy ghi kết quả ở từng việc đó.</source>
        <translation>This row only holds the tasks below it. Record the results at those tasks.</translation>
    </message>
    <message>
        <source>Kế hoạch của cấp trên chỉ để đối chiếu nên không ghi kết quả vào đó.</source>
        <translation>A superior plan is for comparison only, so no results are recorded in it.</translation>
    </message>
    <message>
        <source>TT {}</source>
        <translation>No. {}</translation>
    </message>
</context>
<context>
    <name>FormCellFilters</name>
    <message>
        <source>Chưa gán nguồn ({})</source>
        <translation>No source ({})</translation>
    </message>
    <message>
        <source>Có cảnh báo ({})</source>
        <translation>With warning ({})</translation>
    </message>
    <message>
        <source>Có đề xuất ({})</source>
        <translation>With proposal ({})</translation>
    </message>
    <message>
        <source>Nguồn không còn ô ({})</source>
        <translation>Sources without a cell ({})</translation>
    </message>
    <message>
        <source>Tất cả ô ({})</source>
        <translation>All cells ({})</translation>
    </message>
</context>
<context>
    <name>FormCells</name>
    <message>
        <source>Biểu mẫu đang ghi: {}</source>
        <translation>Now in the form: {}</translation>
    </message>
    <message>
        <source>Chưa lưu được: {}</source>
        <translation>Not saved: {}</translation>
    </message>
    <message>
        <source>Kỳ trước: {}</source>
        <translation>Last period: {}</translation>
    </message>
    <message>
        <source>Đề xuất: {}</source>
        <translation>Proposed: {}</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Biểu mẫu</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Cần nhập tên biểu mẫu.</source>
        <translation>The form needs a name.</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nơi gửi</source>
        <translation>Sent by</translation>
    </message>
    <message>
        <source>Sở Nội vụ</source>
        <translation>Sở Nội vụ</translation>
    </message>
    <message>
        <source>Tên biểu mẫu</source>
        <translation>Name of the form</translation>
    </message>
    <message>
        <source>Tên biểu mẫu *</source>
        <translation>Name of the form *</translation>
    </message>
</context>
<context>
    <name>FormFiles</name>
    <message>
        <source>Máy chưa có chương trình để mở tệp .{}. Hãy cài chương trình phù hợp rồi mở lại.</source>
        <translation>This computer has no program to open .{} files. Install a suitable program, then open it again.</translation>
    </message>
    <message>
        <source>Đang mở bản gốc…</source>
        <translation>Opening the original…</translation>
    </message>
    <message>
        <source>Đang đọc biểu mẫu {}…</source>
        <translation>Reading the form {}…</translation>
    </message>
    <message>
        <source>Đang đọc tệp {}…</source>
        <translation>Reading the file {}…</translation>
    </message>
</context>
<context>
    <name>FormFilling</name>
    <message>
        <source>Bản sao đã được lưu, nhưng chưa ghi nhớ được số liệu để so sánh ở kỳ sau. {}</source>
        <translation>The copy was saved, but its figures could not be kept for comparison in the next period. {}</translation>
    </message>
    <message>
        <source>Chọn tên khác…</source>
        <translation>Choose another name…</translation>
    </message>
    <message>
        <source>Lưu bản sao đã điền</source>
        <translation>Save the filled copy</translation>
    </message>
    <message>
        <source>Máy này chưa có chương trình mở {}. Tệp nằm trong thư mục {}.</source>
        <translation>This computer has no program that opens {}. The file is in the folder {}.</translation>
    </message>
    <message>
        <source>Mở bằng Excel</source>
        <translation>Open in Excel</translation>
    </message>
    <message>
        <source>Mở bằng Word</source>
        <translation>Open in Word</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>{} chỗ nên xem lại.</source>
        <translation>Places worth a look: {}.</translation>
    </message>
    <message>
        <source>{} ô chưa gán nguồn để trống.</source>
        <translation>Cells without a source left empty: {}.</translation>
    </message>
    <message>
        <source>Đang ghi tệp {}…</source>
        <translation>Writing the file {}…</translation>
    </message>
    <message>
        <source>Đã dừng, chưa ghi tệp nào.</source>
        <translation>Stopped, no file was written.</translation>
    </message>
    <message>
        <source>Đã lưu {}: điền {} ô.</source>
        <translation>Saved {}: cells filled: {}.</translation>
    </message>
    <message>
        <source>Đã điền biểu mẫu vào tệp {}.</source>
        <translation>Filled the form into the file {}.</translation>
    </message>
</context>
<context>
    <name>FormListPane</name>
    <message>
        <source>Chưa có biểu mẫu nào.</source>
        <translation>There are no forms yet.</translation>
    </message>
    <message>
        <source>Danh sách biểu mẫu</source>
        <translation>List of forms</translation>
    </message>
    <message>
        <source>Nhận biểu mẫu…</source>
        <translation>Add form…</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>FormOptions</name>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kỳ</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Reporting period</translation>
    </message>
    <message>
        <source>Số liệu đến ngày {}</source>
        <translation>Figures as of {}</translation>
    </message>
    <message>
        <source>kỳ trước: {}</source>
        <translation>last period: {}</translation>
    </message>
    <message>
        <source>kỳ đã chốt số liệu</source>
        <translation>figures of the period locked</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>Bỏ</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Không còn tệp gốc của biểu mẫu trong kho nên chưa điền được.</source>
        <translation>The original file of the form is no longer in the store, so it cannot be filled.</translation>
    </message>
    <message>
        <source>Lưu lại</source>
        <translation>Save again</translation>
    </message>
    <message>
        <source>Tìm lại tệp…</source>
        <translation>Find the file…</translation>
    </message>
    <message>
        <source>Tệp gốc của biểu mẫu trong kho đã bị thay đổi nên chưa điền được.</source>
        <translation>The original file of the form in the store has changed, so it cannot be filled.</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>{} nguồn số liệu không còn ô trong bản mới.</source>
        <translation>Sources without a cell in the new version: {}.</translation>
    </message>
    <message>
        <source>{} nội dung vừa nhập chưa lưu được. {}</source>
        <translation>Typed entries that could not be saved: {}. {}</translation>
    </message>
    <message>
        <source>Điền và lưu bản sao…</source>
        <translation>Fill and save a copy…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Chưa gán nguồn</source>
        <translation>No source</translation>
    </message>
    <message>
        <source>Có cảnh báo</source>
        <translation>With warning</translation>
    </message>
    <message>
        <source>Ngoài bảng</source>
        <translation>Outside tables</translation>
    </message>
    <message>
        <source>trống</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>Đã gán nguồn</source>
        <translation>Source assigned</translation>
    </message>
</context>
<context>
    <name>FormSources</name>
    <message>
        <source>Bỏ nguồn đã gán</source>
        <translation>Remove the assigned source</translation>
    </message>
    <message>
        <source>Kỳ trước của “{}”</source>
        <translation>Last period of “{}”</translation>
    </message>
    <message>
        <source>Nhập tay mỗi kỳ</source>
        <translation>Typed by hand each period</translation>
    </message>
    <message>
        <source>Số liệu đã gửi kỳ trước</source>
        <translation>Figures sent last period</translation>
    </message>
    <message>
        <source>Để nguyên, không điền ô này</source>
        <translation>Leave this cell as it is</translation>
    </message>
</context>
<context>
    <name>FormWays</name>
    <message>
        <source>Cấp trên gửi bản mới…</source>
        <translation>New version from the superior body…</translation>
    </message>
    <message>
        <source>Mở bản gốc</source>
        <translation>Open the original</translation>
    </message>
    <message>
        <source>Sửa tên, nơi gửi…</source>
        <translation>Edit name, sender…</translation>
    </message>
</context>
<context>
    <name>FormWriting</name>
    <message>
        <source>Hãy thử lại.</source>
        <translation>Please try again.</translation>
    </message>
    <message>
        <source>Đã bỏ nguồn của {} ô.</source>
        <translation>Cells with the source removed: {}.</translation>
    </message>
    <message>
        <source>Đã bỏ {} nguồn không còn ô.</source>
        <translation>Sources without a cell removed: {}.</translation>
    </message>
    <message>
        <source>Đã gán nguồn cho {} ô.</source>
        <translation>Cells with a source assigned: {}.</translation>
    </message>
    <message>
        <source>Đã gán nguồn vào ô của bản mới.</source>
        <translation>Assigned the source to a cell of the new version.</translation>
    </message>
    <message>
        <source>Đã lưu số liệu của {} ô.</source>
        <translation>Cells with figures saved: {}.</translation>
    </message>
    <message>
        <source>Đã nhận biểu mẫu {}.</source>
        <translation>Added the form {}.</translation>
    </message>
    <message>
        <source>Đã sửa biểu mẫu “{}”.</source>
        <translation>Changed the form “{}”.</translation>
    </message>
    <message>
        <source>Đã thay bản mới của biểu mẫu “{}”: giữ {} nguồn số liệu, {} nguồn không còn ô.</source>
        <translation>Took the new version of the form “{}”: sources kept: {}, sources without a cell: {}.</translation>
    </message>
    <message>
        <source>Đã xóa biểu mẫu “{}”.</source>
        <translation>Deleted the form “{}”.</translation>
    </message>
</context>
<context>
    <name>FormsDesk</name>
    <message>
        <source>Chưa mở kế hoạch nào để lấy số liệu cho biểu mẫu.</source>
        <translation>No plan is open to take the figures of the form from.</translation>
    </message>
    <message>
        <source>Còn nội dung vừa nhập chưa lưu được. Hãy lưu lại hoặc bỏ, rồi điền biểu mẫu.</source>
        <translation>Typed entries could not be saved. Save them again or drop them, then fill the form.</translation>
    </message>
    <message>
        <source>Còn {} nội dung vừa nhập vào biểu mẫu chưa lưu được. Nếu đóng bây giờ, các nội dung này sẽ mất.</source>
        <translation>{} entries typed into the form could not be saved. If you close now, they will be lost.</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Biểu mẫu của cấp trên</source>
        <translation>Forms of the superior body</translation>
    </message>
    <message>
        <source>Nhận tệp Word hoặc Excel mà cấp trên gửi, gán nguồn số liệu cho từng ô một lần; từ đó mỗi kỳ chương trình điền sẵn vào một bản sao, tệp gốc giữ nguyên.</source>
        <translation>Add the Word or Excel file that the superior body sends and assign a source to each cell once; from then on the program fills a copy each period, and the original file stays as it is.</translation>
    </message>
    <message>
        <source>Về báo cáo</source>
        <translation>Back to reports</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Kết quả tìm kiếm</source>
        <translation>Search results</translation>
    </message>
</context>
<context>
    <name>GeneralTab</name>
    <message>
        <source>(không có)</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>(kế hoạch đã xóa)</source>
        <translation>(deleted plan)</translation>
    </message>
    <message>
        <source>Cách đánh số</source>
        <translation>Numbering</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Cần nhập ngày bắt đầu và ngày kết thúc của kế hoạch.</source>
        <translation>The first and the last day of the plan are needed.</translation>
    </message>
    <message>
        <source>Cần nhập tên kế hoạch.</source>
        <translation>The plan needs a name.</translation>
    </message>
    <message>
        <source>Kế hoạch cấp trên</source>
        <translation>Superior plan</translation>
    </message>
    <message>
        <source>Loại kế hoạch</source>
        <translation>Kind of plan</translation>
    </message>
    <message>
        <source>Ngày kết thúc đứng trước ngày bắt đầu.</source>
        <translation>The last day is before the first day.</translation>
    </message>
    <message>
        <source>Ngày theo dõi nằm ngoài thời gian của kế hoạch.</source>
        <translation>The day of tracking is outside the period of the plan.</translation>
    </message>
    <message>
        <source>Theo dõi từ ngày</source>
        <translation>Tracked from</translation>
    </message>
    <message>
        <source>Thuộc kế hoạch</source>
        <translation>Part of the plan</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tên kế hoạch</source>
        <translation>Name of the plan</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>chỉ để đối chiếu, không tính là kế hoạch của đơn vị</source>
        <translation>for comparison only, not counted as a plan of this office</translation>
    </message>
    <message>
        <source>Được thay bằng</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>đến ngày</source>
        <translation>to</translation>
    </message>
    <message>
        <source>để trống: từ ngày bắt đầu</source>
        <translation>empty: from the first day</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 01/07/2025.</source>
        <translation>“{}” is not a date; type it like 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>GridPane</name>
    <message>
        <source>Chưa có kế hoạch nào đang mở.</source>
        <translation>No plan is open yet.</translation>
    </message>
    <message>
        <source>Không có chỉ tiêu nào khớp bộ lọc.</source>
        <translation>No indicator matches the filter.</translation>
    </message>
    <message>
        <source>Kế hoạch này chưa có chỉ tiêu.</source>
        <translation>This plan has no indicators yet.</translation>
    </message>
    <message>
        <source>Thêm chỉ tiêu</source>
        <translation>Add indicator</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message>
        <source>Các tên có thể là “{}”</source>
        <translation>Names that may be “{}”</translation>
    </message>
    <message>
        <source>Gộp</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Không gợi ý gộp những tên này nữa.</source>
        <translation>Do not suggest merging these names again.</translation>
    </message>
    <message>
        <source>Không phải một cơ quan</source>
        <translation>Not one agency</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Trang hướng dẫn</source>
        <translation>Page of the guide</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Hướng dẫn – Theo dõi CCHC</source>
        <translation>Guide – CCHC Desktop</translation>
    </message>
    <message>
        <source>Không có mục nào chứa “{}”.</source>
        <translation>No chapter contains “{}”.</translation>
    </message>
    <message>
        <source>Mục lục</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Tìm trong hướng dẫn</source>
        <translation>Search the guide</translation>
    </message>
</context>
<context>
    <name>HistoryDesk</name>
    <message>
        <source>Đã dọn {} thao tác khỏi nhật ký.</source>
        <translation>Operations trimmed from the history: {}.</translation>
    </message>
    <message>
        <source>Đã khôi phục {}.</source>
        <translation>Restored {}.</translation>
    </message>
    <message>
        <source>Đã lưu nhật ký ra tệp {}.</source>
        <translation>Saved the history to the file {}.</translation>
    </message>
    <message>
        <source>Đã xóa hẳn {}.</source>
        <translation>Deleted {} for good.</translation>
    </message>
</context>
<context>
    <name>HistoryFilterBar</name>
    <message>
        <source> và </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Bỏ lọc {}</source>
        <translation>Remove the filter {}</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kế hoạch đang mở</source>
        <translation>Open plan</translation>
    </message>
    <message>
        <source>Loại nội dung</source>
        <translation>Kind of content</translation>
    </message>
    <message>
        <source>Mọi kế hoạch</source>
        <translation>All plans</translation>
    </message>
    <message>
        <source>Mọi người</source>
        <translation>Everyone</translation>
    </message>
    <message>
        <source>Mọi nội dung</source>
        <translation>All content</translation>
    </message>
    <message>
        <source>Ngày đầu đứng sau ngày cuối nên không có thao tác nào.</source>
        <translation>The first day is after the last day, so there are no operations.</translation>
    </message>
    <message>
        <source>Người thực hiện</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>Tìm (Ctrl+F)</source>
        <translation>Find (Ctrl+F)</translation>
    </message>
    <message>
        <source>Tìm trong nhật ký</source>
        <translation>Search the history</translation>
    </message>
    <message>
        <source>Từ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>{}
Bấm để bỏ lọc theo nội dung này.</source>
        <translation>{}
Click to stop filtering by this row.</translation>
    </message>
    <message>
        <source>{} không phải là ngày nên chưa được lọc. Nhập như 1/7 hoặc 01/07/2025.</source>
        <translation>{} is not a date, so it does not filter. Type it like 1/7 or 01/07/2025.</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>đến</source>
        <translation>to</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Dọn bớt…</source>
        <translation>Trim…</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Lưu thành PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Đã xóa</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Đã xóa ({})</source>
        <translation>Deleted ({})</translation>
    </message>
</context>
<context>
    <name>HistoryPrinter</name>
    <message>
        <source>In nhật ký</source>
        <translation>Print the history</translation>
    </message>
    <message>
        <source>Lưu thành PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Nhật ký thao tác.pdf</source>
        <translation>History of operations.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Chưa có thay đổi nào được ghi lại.</source>
        <translation>No changes have been logged yet.</translation>
    </message>
    <message>
        <source>Còn các thay đổi trước đó trong Nhật ký.</source>
        <translation>There are earlier changes in the History.</translation>
    </message>
    <message>
        <source>Xem trong Nhật ký</source>
        <translation>Show in History</translation>
    </message>
    <message>
        <source>Đang đọc…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>%n chỉ tiêu</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lĩnh vực</source>
        <translation>
            <numerusform>%n reform area</numerusform>
            <numerusform>%n reform areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nội dung thành phần</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
    <message>
        <source>, từ {}</source>
        <translation>, since {}</translation>
    </message>
    <message>
        <source>Biểu mẫu</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Báo cáo kỳ</source>
        <translation>Report of a period</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Dữ liệu đang mở chỉ để xem nên không thay đổi được.</source>
        <translation>The data are open for viewing only and cannot be changed.</translation>
    </message>
    <message>
        <source>Gia hạn</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Hoàn tác thao tác này</source>
        <translation>Undo this operation</translation>
    </message>
    <message>
        <source>Không có bản sao lưu nào còn giữ nội dung này.</source>
        <translation>No backup holds this content any more.</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Reporting period</translation>
    </message>
    <message>
        <source>Làm lại thao tác này</source>
        <translation>Redo this operation</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Reform area</translation>
    </message>
    <message>
        <source>Ngày nghỉ</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Nhật ký chưa có thao tác nào</source>
        <translation>There are no operations in the history yet</translation>
    </message>
    <message>
        <source>Nhật ký: {} thao tác, {}</source>
        <translation>History: {} operations, {}</translation>
    </message>
    <message>
        <source>Số liệu biểu mẫu</source>
        <translation>Figures of a form</translation>
    </message>
    <message>
        <source>Số liệu chỉ tiêu</source>
        <translation>Value of an indicator</translation>
    </message>
    <message>
        <source>Thao tác này không hoàn tác được.</source>
        <translation>This operation cannot be undone.</translation>
    </message>
    <message>
        <source>Thao tác này đã được hoàn tác.</source>
        <translation>This operation has been undone.</translation>
    </message>
    <message>
        <source>Thao tác này đã được làm lại.</source>
        <translation>This operation has been redone.</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>kèm {}</source>
        <translation>with {}</translation>
    </message>
    <message>
        <source>{} bản sao lưu còn giữ nội dung này: {}.</source>
        <translation>Backups that still hold this content: {} ({}).</translation>
    </message>
    <message>
        <source>Đang đọc…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Đã hoàn tác</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>Đã làm lại</source>
        <translation>Redone</translation>
    </message>
    <message>
        <source>Đã xóa hẳn {}.</source>
        <translation>Deleted {} for good.</translation>
    </message>
    <message>
        <source>Đôn đốc</source>
        <translation>Reminder</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Chỉ tiêu (%n)</source>
        <translation>
            <numerusform>Indicators (%n)</numerusform>
            <numerusform>Indicators (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Chọn tệp khác…</source>
        <translation>Choose another file…</translation>
    </message>
    <message>
        <source>Chỗ cần xem lại</source>
        <translation>Places to look at</translation>
    </message>
    <message numerus="yes">
        <source>Cần xem lại (%n)</source>
        <translation>
            <numerusform>To look at (%n)</numerusform>
            <numerusform>To look at (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Không có chỗ nào cần xem lại.</source>
        <translation>There is nothing to look at.</translation>
    </message>
    <message numerus="yes">
        <source>Nhiệm vụ (%n)</source>
        <translation>
            <numerusform>Tasks (%n)</numerusform>
            <numerusform>Tasks (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nhập kế hoạch</source>
        <translation>Import plan</translation>
    </message>
    <message>
        <source>Nhập kế hoạch từ Word, Excel</source>
        <translation>Import a plan from Word, Excel</translation>
    </message>
    <message>
        <source>Nội dung đọc được</source>
        <translation>What was read</translation>
    </message>
    <message>
        <source>Về kế hoạch</source>
        <translation>Back to the plan</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message numerus="yes">
        <source>%n chỉ tiêu</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lĩnh vực</source>
        <translation>
            <numerusform>%n reform area</numerusform>
            <numerusform>%n reform areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nội dung thành phần</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
    <message>
        <source>Sẽ nhập: {}. Chưa ghi gì vào dữ liệu.</source>
        <translation>Will be imported: {}. Nothing has been written yet.</translation>
    </message>
    <message>
        <source>cột {}</source>
        <translation>column {}</translation>
    </message>
    <message>
        <source>dòng {}</source>
        <translation>row {}</translation>
    </message>
</context>
<context>
    <name>ImportTargetForm</name>
    <message>
        <source>Cần nhập ngày bắt đầu theo dõi.</source>
        <translation>The first day of tracking is needed.</translation>
    </message>
    <message>
        <source>Cần nhập thời gian của kế hoạch.</source>
        <translation>The period of the plan is needed.</translation>
    </message>
    <message>
        <source>Cần nhập tên kế hoạch.</source>
        <translation>The plan needs a name.</translation>
    </message>
    <message>
        <source>Kế hoạch mới</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>Nhập thêm vào: {}</source>
        <translation>Add to: {}</translation>
    </message>
    <message>
        <source>Nhập vào</source>
        <translation>Import into</translation>
    </message>
    <message>
        <source>Tên kế hoạch</source>
        <translation>Name of the plan</translation>
    </message>
    <message>
        <source>Từ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>đến</source>
        <translation>to</translation>
    </message>
</context>
<context>
    <name>IndicatorBar</name>
    <message>
        <source>Dán số liệu	Ctrl+V</source>
        <translation>Paste figures	Ctrl+V</translation>
    </message>
    <message>
        <source>Kỳ đang nhập</source>
        <translation>Period to enter</translation>
    </message>
    <message>
        <source>Kỳ: {}</source>
        <translation>Period: {}</translation>
    </message>
    <message>
        <source>Mức coi là gần đạt…</source>
        <translation>Nearly met level…</translation>
    </message>
    <message>
        <source>Sao chép	Ctrl+C</source>
        <translation>Copy	Ctrl+C</translation>
    </message>
    <message>
        <source>Sửa chỉ tiêu…</source>
        <translation>Edit indicator…</translation>
    </message>
    <message>
        <source>Sửa cách hiểu chỉ tiêu…</source>
        <translation>Correct reading of indicator…</translation>
    </message>
    <message>
        <source>Thao tác khác</source>
        <translation>More commands</translation>
    </message>
    <message>
        <source>Theo cơ quan</source>
        <translation>By agency</translation>
    </message>
    <message>
        <source>Theo giai đoạn</source>
        <translation>By stage</translation>
    </message>
    <message>
        <source>Thêm chỉ tiêu…</source>
        <translation>Add indicator…</translation>
    </message>
    <message>
        <source>Tìm chỉ tiêu</source>
        <translation>Find indicator</translation>
    </message>
    <message>
        <source>Tìm chỉ tiêu (Ctrl+F)</source>
        <translation>Find indicator (Ctrl+F)</translation>
    </message>
    <message>
        <source>Xóa chỉ tiêu</source>
        <translation>Delete indicator</translation>
    </message>
    <message>
        <source>Xóa giá trị trong ô	Delete</source>
        <translation>Clear value of cell	Delete</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Assessment</translation>
    </message>
</context>
<context>
    <name>IndicatorColumns</name>
    <message numerus="yes">
        <source>%n chỉ tiêu</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>IndicatorDialog</name>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Chỉ tiêu *</source>
        <translation>Indicator *</translation>
    </message>
    <message>
        <source>Chỉ tiêu kế hoạch</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Cơ quan theo dõi</source>
        <translation>Agency in charge</translation>
    </message>
    <message>
        <source>Cần nhập nội dung chỉ tiêu.</source>
        <translation>The words of the indicator are needed.</translation>
    </message>
    <message>
        <source>Giai đoạn</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Giai đoạn 2026 - 2027</source>
        <translation>Giai đoạn 2026 - 2027</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Số của giai đoạn</source>
        <translation>Number of the stage</translation>
    </message>
    <message>
        <source>Sửa chỉ tiêu</source>
        <translation>Edit indicator</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Thêm chỉ tiêu</source>
        <translation>Add indicator</translation>
    </message>
    <message>
        <source>Đơn vị tính</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>≥ 95</source>
        <translation>≥ 95</translation>
    </message>
</context>
<context>
    <name>IndicatorEvidence</name>
    <message numerus="yes">
        <source>%n tài liệu…</source>
        <translation>
            <numerusform>%n document…</numerusform>
            <numerusform>%n documents…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndicatorGrid</name>
    <message numerus="yes">
        <source>%n chỉ tiêu</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndicatorLines</name>
    <message numerus="yes">
        <source>%n chỉ tiêu</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa ghi cơ quan theo dõi</source>
        <translation>No agency in charge</translation>
    </message>
    <message>
        <source>Chỉ tiêu của kế hoạch</source>
        <translation>Indicators of the plan</translation>
    </message>
    <message>
        <source>bắt đầu theo dõi từ {}</source>
        <translation>tracked from {}</translation>
    </message>
    <message>
        <source>{} chưa đạt</source>
        <translation>{} not met</translation>
    </message>
    <message>
        <source>{} cần đánh giá</source>
        <translation>{} to assess</translation>
    </message>
    <message>
        <source>{} gần đạt</source>
        <translation>{} nearly met</translation>
    </message>
    <message>
        <source>{} đạt</source>
        <translation>{} met</translation>
    </message>
    <message>
        <source>{}/{} đạt</source>
        <translation>{}/{} met</translation>
    </message>
</context>
<context>
    <name>IndicatorPane</name>
    <message>
        <source>(chưa ghi)</source>
        <translation>(none yet)</translation>
    </message>
    <message>
        <source>Chương trình không tự đánh giá được chỉ tiêu này. Chọn đánh giá của cơ quan.</source>
        <translation>The program cannot assess this indicator by itself. Choose the assessment of the agency.</translation>
    </message>
    <message>
        <source>Chỉ tiêu sau</source>
        <translation>Next indicator</translation>
    </message>
    <message>
        <source>Chỉ tiêu trước</source>
        <translation>Previous indicator</translation>
    </message>
    <message>
        <source>Chỉ tiêu đang chọn</source>
        <translation>Selected indicator</translation>
    </message>
    <message>
        <source>Chọn một chỉ tiêu để xem chi tiết.</source>
        <translation>Choose an indicator to see its details.</translation>
    </message>
    <message>
        <source>Cần nêu nguyên nhân trong báo cáo.</source>
        <translation>The reason has to be given in the report.</translation>
    </message>
    <message>
        <source>Ghi nguyên nhân…</source>
        <translation>Give reason…</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kết quả qua các kỳ</source>
        <translation>Results by period</translation>
    </message>
    <message>
        <source>Lưu, sang dòng sau</source>
        <translation>Save, next row</translation>
    </message>
    <message>
        <source>Nhập số liệu kỳ: {}</source>
        <translation>Enter figures of the period: {}</translation>
    </message>
    <message>
        <source>Sửa cách hiểu chỉ tiêu…</source>
        <translation>Correct reading of indicator…</translation>
    </message>
    <message>
        <source>Sửa câu chữ của chỉ tiêu</source>
        <translation>Edit the words of the indicator</translation>
    </message>
    <message>
        <source>Sửa…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>TT {}</source>
        <translation>No. {}</translation>
    </message>
    <message>
        <source>Theo dõi</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>kế hoạch {}</source>
        <translation>plan {}</translation>
    </message>
</context>
<context>
    <name>IndicatorTable</name>
    <message>
        <source>Bảng giá trị chỉ tiêu</source>
        <translation>Table of indicator values</translation>
    </message>
    <message>
        <source>Kế hoạch này chỉ để xem nên không nhập được.</source>
        <translation>This plan is for viewing only, so nothing can be typed in.</translation>
    </message>
    <message>
        <source>Ô này không nhập trực tiếp được. Chọn ô của một kỳ báo cáo để nhập giá trị.</source>
        <translation>This cell cannot be typed into. Choose the cell of a reporting period to enter a value.</translation>
    </message>
</context>
<context>
    <name>IndicatorWords</name>
    <message>
        <source> (điểm hay phần trăm của năm trước: chưa xác định)</source>
        <translation> (points or per cent of the year before: undetermined)</translation>
    </message>
    <message>
        <source> điểm phần trăm</source>
        <translation> percentage points</translation>
    </message>
    <message>
        <source>, mỗi năm giảm {}</source>
        <translation>, rising by {} each year</translation>
    </message>
    <message>
        <source>, mỗi năm tăng {}</source>
        <translation>, falling by {} each year</translation>
    </message>
    <message>
        <source>Bằng lời, cơ quan theo dõi đánh giá</source>
        <translation>In words, assessed by the agency in charge</translation>
    </message>
    <message>
        <source>Cao hơn kế hoạch {}.</source>
        <translation>{} above the plan.</translation>
    </message>
    <message>
        <source>Còn kém {} bậc so với kế hoạch.</source>
        <translation>{} rank(s) below the plan.</translation>
    </message>
    <message>
        <source>Còn thiếu {} so với kế hoạch.</source>
        <translation>{} short of the plan.</translation>
    </message>
    <message>
        <source>Dưới số này (&lt;)</source>
        <translation>Below this number (&lt;)</translation>
    </message>
    <message>
        <source>Không quá số này (≤)</source>
        <translation>At most this number (≤)</translation>
    </message>
    <message>
        <source>Kế hoạch yêu cầu vượt số này, bằng số này chưa đạt.</source>
        <translation>The plan asks for more than this number; equal to it is not met.</translation>
    </message>
    <message>
        <source>Lũy kế từ đầu năm</source>
        <translation>Cumulative from the start of the year</translation>
    </message>
    <message>
        <source>Riêng trong kỳ</source>
        <translation>In the period only</translation>
    </message>
    <message>
        <source>Trong khoảng hai số</source>
        <translation>Between two numbers</translation>
    </message>
    <message>
        <source>Trên số này (&gt;)</source>
        <translation>Above this number (&gt;)</translation>
    </message>
    <message>
        <source>Từ số này trở lên (≥)</source>
        <translation>At least this number (≥)</translation>
    </message>
    <message>
        <source>Xếp hạng (top)</source>
        <translation>Rank (top)</translation>
    </message>
    <message>
        <source>bằng lời, cơ quan theo dõi đánh giá</source>
        <translation>in words, assessed by the agency in charge</translation>
    </message>
    <message>
        <source>càng cao càng tốt</source>
        <translation>the higher the better</translation>
    </message>
    <message>
        <source>càng thấp càng tốt</source>
        <translation>the lower the better</translation>
    </message>
    <message>
        <source>thứ hạng càng cao càng tốt</source>
        <translation>the higher the rank the better</translation>
    </message>
    <message>
        <source>trong khoảng này</source>
        <translation>within this range</translation>
    </message>
    <message>
        <source>Đạt đúng số này (hoặc tốt hơn)</source>
        <translation>Exactly this number (or better)</translation>
    </message>
    <message>
        <source>điểm phần trăm</source>
        <translation>percentage points</translation>
    </message>
</context>
<context>
    <name>IndicatorsDesk</name>
    <message>
        <source>Chưa lưu: kế hoạch đã ban hành chỉ được sửa theo văn bản sửa đổi.</source>
        <translation>Not saved: an issued plan is changed only by an amending document.</translation>
    </message>
    <message>
        <source>Còn {} giá trị chỉ tiêu chưa lưu được. Nếu đóng chương trình bây giờ, các giá trị này sẽ mất.</source>
        <translation>{} indicator values could not be saved. If you close the program now, these values will be lost.</translation>
    </message>
    <message>
        <source>Hãy thử lại.</source>
        <translation>Please try again.</translation>
    </message>
    <message>
        <source>Đã lưu số liệu của chỉ tiêu.</source>
        <translation>Saved the figures of the indicator.</translation>
    </message>
    <message>
        <source>Đã nhập giá trị {}.</source>
        <translation>Entered the value {}.</translation>
    </message>
    <message>
        <source>Đã nhập {} giá trị.</source>
        <translation>Values entered: {}.</translation>
    </message>
    <message>
        <source>Đã sửa chỉ tiêu.</source>
        <translation>Changed the indicator.</translation>
    </message>
    <message>
        <source>Đã sửa cách hiểu chỉ tiêu.</source>
        <translation>Corrected the reading of the indicator.</translation>
    </message>
    <message>
        <source>Đã sửa mức coi là gần đạt.</source>
        <translation>Changed the nearly met level.</translation>
    </message>
    <message>
        <source>Đã thêm chỉ tiêu.</source>
        <translation>Added the indicator.</translation>
    </message>
    <message>
        <source>Đã xóa chỉ tiêu.</source>
        <translation>Deleted the indicator.</translation>
    </message>
    <message>
        <source>Đã xóa giá trị.</source>
        <translation>Cleared the value.</translation>
    </message>
</context>
<context>
    <name>IndicatorsDialog</name>
    <message>
        <source>Xem ở Chỉ tiêu</source>
        <translation>Show in Indicators</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Chọn một nhiệm vụ để xem chi tiết.</source>
        <translation>Choose a task to see its details.</translation>
    </message>
    <message>
        <source>Sửa hàng loạt…</source>
        <translation>Bulk edit…</translation>
    </message>
    <message>
        <source>Đã chọn {} nhiệm vụ.</source>
        <translation>Tasks selected: {}.</translation>
    </message>
</context>
<context>
    <name>InspectorDesk</name>
    <message>
        <source>Đã bỏ qua lưu ý.</source>
        <translation>Note dismissed.</translation>
    </message>
    <message>
        <source>Đã hiện lại lưu ý.</source>
        <translation>Note shown again.</translation>
    </message>
</context>
<context>
    <name>InspectorDock</name>
    <message>
        <source>Nhiệm vụ đang chọn</source>
        <translation>Selected task</translation>
    </message>
</context>
<context>
    <name>InspectorFacts</name>
    <message>
        <source>(chưa có nội dung)</source>
        <translation>(no content yet)</translation>
    </message>
    <message>
        <source>Chưa xác định thời hạn</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>Mục {}</source>
        <translation>Area {}</translation>
    </message>
    <message>
        <source>Nhiệm vụ ở kế hoạch khác</source>
        <translation>Task of another plan</translation>
    </message>
    <message>
        <source>Nội dung thành phần</source>
        <translation>Component</translation>
    </message>
    <message>
        <source>Phát sinh</source>
        <translation>Arisen</translation>
    </message>
    <message>
        <source>Phát sinh theo văn bản {}</source>
        <translation>Arisen by document {}</translation>
    </message>
    <message>
        <source>TT {}</source>
        <translation>No. {}</translation>
    </message>
    <message>
        <source>Thời hạn xác định: {}</source>
        <translation>Read as: {}</translation>
    </message>
    <message>
        <source>Trong kế hoạch</source>
        <translation>In the plan</translation>
    </message>
    <message>
        <source>{} (đã sửa)</source>
        <translation>{} (corrected)</translation>
    </message>
</context>
<context>
    <name>InspectorFollowUp</name>
    <message>
        <source>(đã xóa)</source>
        <translation>(deleted)</translation>
    </message>
    <message>
        <source>Chưa ghi kết quả</source>
        <translation>No result recorded yet</translation>
    </message>
    <message>
        <source>Chưa xác định thời hạn</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>Chờ văn bản</source>
        <translation>Waiting for a document</translation>
    </message>
    <message>
        <source>Cần xác nhận đúng hạn</source>
        <translation>To confirm as in time</translation>
    </message>
    <message>
        <source>Gia hạn từ {} theo {}</source>
        <translation>Extended from {} by {}</translation>
    </message>
    <message>
        <source>Khó khăn: {}</source>
        <translation>Difficulties: {}</translation>
    </message>
    <message>
        <source>Kết quả thực hiện</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Mốc thời hạn: đã hoàn thành {}/{}</source>
        <translation>Milestones: {}/{} completed</translation>
    </message>
    <message>
        <source>Ngày {}</source>
        <translation>Date {}</translation>
    </message>
    <message>
        <source>Thường xuyên</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Tài liệu: {}</source>
        <translation>Documents: {}</translation>
    </message>
    <message>
        <source>hứa: {}</source>
        <translation>promised: {}</translation>
    </message>
    <message>
        <source>{} đơn vị đã trả lời</source>
        <translation>units that have answered: {}</translation>
    </message>
    <message>
        <source>Đúng hạn</source>
        <translation>In time</translation>
    </message>
</context>
<context>
    <name>InspectorForm</name>
    <message>
        <source>Chưa lưu được</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Kinh phí</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Lãnh đạo phụ trách</source>
        <translation>Leader in charge</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>Nội dung thành phần ({})</source>
        <translation>Components ({})</translation>
    </message>
    <message>
        <source>Phối hợp</source>
        <translation>Coordinating</translation>
    </message>
    <message>
        <source>Sản phẩm</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Sửa theo văn bản</source>
        <translation>Amended by</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Thực hiện nhiệm vụ</source>
        <translation>Carries out task</translation>
    </message>
    <message>
        <source>Tiếp tục nhiệm vụ</source>
        <translation>Continues task</translation>
    </message>
</context>
<context>
    <name>InspectorLinks</name>
    <message>
        <source>Không tìm thấy nhiệm vụ này; có thể đã bị xóa.</source>
        <translation>This task was not found; it may have been deleted.</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>05/KH-UBND</source>
        <translation>05/KH-UBND</translation>
    </message>
    <message>
        <source>Ban hành</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Ban hành kế hoạch</source>
        <translation>Issue plan</translation>
    </message>
    <message>
        <source>Cần nhập ngày ban hành.</source>
        <translation>The date of issue is needed.</translation>
    </message>
    <message>
        <source>Cần nhập số ký hiệu của văn bản.</source>
        <translation>The number of the document is needed.</translation>
    </message>
    <message>
        <source>Họ và tên người ký</source>
        <translation>Full name of the signer</translation>
    </message>
    <message>
        <source>KT. CHỦ TỊCH
PHÓ CHỦ TỊCH</source>
        <translation>KT. CHỦ TỊCH
PHÓ CHỦ TỊCH</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Loại văn bản</source>
        <translation>Type of document</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>Ngày ban hành *</source>
        <translation>Date of issue *</translation>
    </message>
    <message>
        <source>Ngày ban hành ở sau hôm nay; vẫn có thể lưu.</source>
        <translation>The date of issue is after today; it can be saved all the same.</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Quyền hạn, chức vụ</source>
        <translation>Capacity, position</translation>
    </message>
    <message>
        <source>Quyền hạn, chức vụ người ký</source>
        <translation>Capacity and position of the signer</translation>
    </message>
    <message>
        <source>Sau khi ban hành, nội dung kế hoạch chỉ được sửa theo văn bản sửa đổi.</source>
        <translation>Once issued, the words of the plan change only by an amending document.</translation>
    </message>
    <message>
        <source>Số ký hiệu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Số ký hiệu *</source>
        <translation>Number *</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 01/07/2025.</source>
        <translation>“{}” is not a date; type it like 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Người phụ trách</source>
        <translation>Person in charge</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Chi tiết nhiệm vụ đang chọn</source>
        <translation>Details of the selected task</translation>
    </message>
    <message>
        <source>Chưa lưu được</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Các mục của nhiệm vụ</source>
        <translation>Parts of the task</translation>
    </message>
    <message>
        <source>Ghi kết quả…</source>
        <translation>Record result…</translation>
    </message>
    <message>
        <source>Lệnh khác</source>
        <translation>More commands</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Nội dung nhiệm vụ</source>
        <translation>Content of the task</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Sửa nội dung nhiệm vụ</source>
        <translation>Edit the content of the task</translation>
    </message>
    <message>
        <source>Thông tin</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>KeepChoice</name>
    <message>
        <source>Bỏ đánh dấu nếu đây là cơ quan khác.</source>
        <translation>Clear the tick if this is another agency.</translation>
    </message>
    <message>
        <source>Giữ tên “{}”</source>
        <translation>Keep the name “{}”</translation>
    </message>
    <message>
        <source>Gộp</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Gộp “{}”</source>
        <translation>Merge “{}”</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nhập tên đúng của cơ quan</source>
        <translation>Type the right name of the agency</translation>
    </message>
    <message>
        <source>Nơi dùng</source>
        <translation>Used in</translation>
    </message>
    <message>
        <source>Tên khác</source>
        <translation>Other name</translation>
    </message>
    <message>
        <source>Tên khác:</source>
        <translation>Other name:</translation>
    </message>
    <message>
        <source>Tên được giữ</source>
        <translation>Name to keep</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nội dung đã sửa chưa được lưu.</source>
        <translation>The changes are not saved.</translation>
    </message>
    <message>
        <source>Về báo cáo</source>
        <translation>Back to reports</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source> hoặc </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Bỏ nội dung đang gõ dở; ngoài ô: xóa từ đang tìm</source>
        <translation>Drops what is being typed; outside a cell: clears the search</translation>
    </message>
    <message>
        <source>Chép và dán một khối ô, cả sang và từ Excel, Word</source>
        <translation>Copy and paste a block of cells, also to and from Excel and Word</translation>
    </message>
    <message>
        <source>Chọn tất cả</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Ghi nội dung đang gõ và sang ô bên phải, bên trái</source>
        <translation>Keeps what is being typed and goes to the cell at the right, at the left</translation>
    </message>
    <message>
        <source>Ghi nội dung đang gõ và xuống ô dưới</source>
        <translation>Keeps what is being typed and goes to the cell below</translation>
    </message>
    <message>
        <source>Khi con trỏ ở trong một ô chữ, mọi phím thuộc về ô đó.</source>
        <translation>While the cursor is in a text field, all keys belong to that field.</translation>
    </message>
    <message>
        <source>Menu {}</source>
        <translation>{} menu</translation>
    </message>
    <message>
        <source>Mở rộng vùng chọn</source>
        <translation>Extend the selection</translation>
    </message>
    <message>
        <source>Phím</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Sang ô bên cạnh; ở cột TT: đóng, mở lĩnh vực hoặc nội dung thành phần</source>
        <translation>To the cell beside; in the column No.: close and open a reform area or components</translation>
    </message>
    <message>
        <source>Sửa ô đang chọn; gõ chữ ngay vào ô cũng được</source>
        <translation>Edit the selected cell; just typing works too</translation>
    </message>
    <message>
        <source>Trong bảng kế hoạch</source>
        <translation>In the table of the plan</translation>
    </message>
    <message>
        <source>Việc làm</source>
        <translation>What they do</translation>
    </message>
    <message>
        <source>Xóa nội dung các ô đang chọn; khi chọn cả dòng: xóa nhiệm vụ</source>
        <translation>Clear the selected cells; with whole rows selected: delete the tasks</translation>
    </message>
    <message>
        <source>Điền xuống dưới nội dung của ô trên cùng</source>
        <translation>Fill down the words of the topmost cell</translation>
    </message>
</context>
<context>
    <name>LatenessAnswer</name>
    <message>
        <source>Tính là quá hạn</source>
        <translation>Count as overdue</translation>
    </message>
    <message>
        <source>Tính là đúng hạn</source>
        <translation>Count as in time</translation>
    </message>
</context>
<context>
    <name>LayoutDesk</name>
    <message>
        <source>Không lập được bản xem trước.</source>
        <translation>The preview could not be made.</translation>
    </message>
    <message>
        <source>Thể thức văn bản đã sửa chưa được lưu.</source>
        <translation>The changed layout of papers is not saved.</translation>
    </message>
    <message>
        <source>Đã lưu thể thức văn bản.</source>
        <translation>Saved the layout of papers.</translation>
    </message>
</context>
<context>
    <name>LayoutForm</name>
    <message>
        <source>Chữ</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Các phần của thể thức</source>
        <translation>Parts of the layout</translation>
    </message>
    <message>
        <source>Dòng kèm theo</source>
        <translation>“Attached to” line</translation>
    </message>
    <message>
        <source>Dấu kết thúc</source>
        <translation>End mark</translation>
    </message>
    <message>
        <source>Dọc</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Giãn dòng (dòng)</source>
        <translation>Line spacing (lines)</translation>
    </message>
    <message>
        <source>Hướng giấy của bảng</source>
        <translation>Orientation of tables</translation>
    </message>
    <message>
        <source>Khoảng cách giữa các đoạn (pt)</source>
        <translation>Space between paragraphs (pt)</translation>
    </message>
    <message>
        <source>Không đánh số</source>
        <translation>No numbers</translation>
    </message>
    <message>
        <source>Khổ giấy</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <source>Kẻ dưới trích yếu (phần)</source>
        <translation>Line below the subject (share)</translation>
    </message>
    <message>
        <source>Kẻ dưới tên cơ quan (phần)</source>
        <translation>Line below the office name (share)</translation>
    </message>
    <message>
        <source>Lề dưới (mm)</source>
        <translation>Bottom margin (mm)</translation>
    </message>
    <message>
        <source>Lề phải (mm)</source>
        <translation>Right margin (mm)</translation>
    </message>
    <message>
        <source>Lề trái (mm)</source>
        <translation>Left margin (mm)</translation>
    </message>
    <message>
        <source>Lề trên (mm)</source>
        <translation>Top margin (mm)</translation>
    </message>
    <message>
        <source>Ngang</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Nghị định 30 quy định</source>
        <translation>Decree 30 prescribes</translation>
    </message>
    <message>
        <source>Nhập một số, ví dụ 12,7.</source>
        <translation>Type a number, for example 12,7.</translation>
    </message>
    <message>
        <source>Nơi lưu</source>
        <translation>Kept at</translation>
    </message>
    <message>
        <source>Nơi nhận đầu tiên</source>
        <translation>First recipient</translation>
    </message>
    <message>
        <source>Quốc hiệu</source>
        <translation>National title</translation>
    </message>
    <message>
        <source>Số trang</source>
        <translation>Page numbers</translation>
    </message>
    <message>
        <source>Theo từng văn bản</source>
        <translation>As each paper needs</translation>
    </message>
    <message>
        <source>Thêm tiêu đề</source>
        <translation>Add letterhead</translation>
    </message>
    <message>
        <source>Thụt đầu dòng (mm)</source>
        <translation>First line indent (mm)</translation>
    </message>
    <message>
        <source>Tiêu ngữ</source>
        <translation>National motto</translation>
    </message>
    <message>
        <source>Tiêu đề của đơn vị lấy ở mục Đơn vị. Thêm ở đây tiêu đề khác để chọn khi lập văn bản, như tiêu đề của Phòng. Tên cơ quan cấp trên trực tiếp không in đậm.</source>
        <translation>The office&apos;s letterhead comes from the part Office. Add other letterheads here to choose from when papers are made, such as that of a division. The name of the direct superior body is not bold.</translation>
    </message>
    <message>
        <source>Tiêu đề khác</source>
        <translation>Other letterheads</translation>
    </message>
    <message>
        <source>Trang giấy</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Trước danh sách nơi nhận</source>
        <translation>Before the recipients</translation>
    </message>
    <message>
        <source>Trước nơi kính gửi</source>
        <translation>Before the addressee</translation>
    </message>
    <message>
        <source>Trước số phụ lục</source>
        <translation>Before the appendix number</translation>
    </message>
    <message>
        <source>Trước số văn bản</source>
        <translation>Before the paper number</translation>
    </message>
    <message>
        <source>Trước trích yếu công văn</source>
        <translation>Before the subject of a letter</translation>
    </message>
    <message>
        <source>Từ ngữ cố định</source>
        <translation>Fixed words</translation>
    </message>
    <message>
        <source>Từ trang 1</source>
        <translation>From page 1</translation>
    </message>
    <message>
        <source>Từ trang 2</source>
        <translation>From page 2</translation>
    </message>
</context>
<context>
    <name>LayoutPage</name>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Thể thức văn bản</source>
        <translation>Layout of papers</translation>
    </message>
    <message>
        <source>Về mặc định theo Nghị định 30</source>
        <translation>Back to the defaults of Decree 30</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>{} Nếu đóng chương trình bây giờ, phần sửa này sẽ mất.</source>
        <translation>{} If you close the program now, these changes will be lost.</translation>
    </message>
</context>
<context>
    <name>LeftOverResults</name>
    <message>
        <source>Gia hạn của mốc {} đến {} theo {}</source>
        <translation>Extension of milestone {} to {} by {}</translation>
    </message>
    <message>
        <source>Kết quả của mốc {}</source>
        <translation>Result of milestone {}</translation>
    </message>
    <message>
        <source>duy nhất</source>
        <translation>(the only one)</translation>
    </message>
</context>
<context>
    <name>LetterheadLines</name>
    <message>
        <source>Thêm dòng</source>
        <translation>Add line</translation>
    </message>
</context>
<context>
    <name>LetterheadPreview</name>
    <message>
        <source>Xem trước đầu văn bản</source>
        <translation>Preview of the letterhead</translation>
    </message>
</context>
<context>
    <name>LetterheadRow</name>
    <message>
        <source>BC-VHXH</source>
        <translation>BC-VHXH</translation>
    </message>
    <message>
        <source>Bỏ tiêu đề {}</source>
        <translation>Remove letterhead {}</translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Ký hiệu của tiêu đề {}</source>
        <translation>Symbol of letterhead {}</translation>
    </message>
    <message>
        <source>Phòng Văn hóa - Xã hội</source>
        <translation>Phòng Văn hóa - Xã hội</translation>
    </message>
    <message>
        <source>Tên của tiêu đề {}</source>
        <translation>Name of letterhead {}</translation>
    </message>
    <message>
        <source>Tên để chọn</source>
        <translation>Name to choose by</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Bỏ dòng {}</source>
        <translation>Remove line {}</translation>
    </message>
    <message>
        <source>Dòng đầu văn bản {}</source>
        <translation>Line {} of the letterhead</translation>
    </message>
    <message>
        <source>In đậm dòng {}</source>
        <translation>Line {} in bold</translation>
    </message>
</context>
<context>
    <name>LinkColumn</name>
    <message>
        <source>và {} nội dung khác</source>
        <translation>and {} more</translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message>
        <source>Biểu mẫu đã nhận</source>
        <translation>Forms received</translation>
    </message>
    <message>
        <source>Báo cáo kỳ</source>
        <translation>Report of a period</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Chỉ tiêu kế hoạch</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Chốt số liệu</source>
        <translation>Lock figures</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Các đơn vị cập nhật</source>
        <translation>Units update</translation>
    </message>
    <message>
        <source>Các đơn vị gửi</source>
        <translation>Units hand in</translation>
    </message>
    <message>
        <source>Còn lại</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Cơ quan chủ trì</source>
        <translation>Lead agency</translation>
    </message>
    <message>
        <source>Cả chỉ tiêu</source>
        <translation>Whole indicator</translation>
    </message>
    <message>
        <source>Cả nhiệm vụ</source>
        <translation>Whole task</translation>
    </message>
    <message>
        <source>Cảnh báo</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Dùng cho</source>
        <translation>Used for</translation>
    </message>
    <message>
        <source>Dùng ở</source>
        <translation>Used in</translation>
    </message>
    <message>
        <source>Ghi trong kế hoạch</source>
        <translation>As written in the plan</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Gửi cấp trên</source>
        <translation>Send to superior</translation>
    </message>
    <message>
        <source>Hiện nay</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Kèm theo</source>
        <translation>Along with it</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Kỳ</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Kỳ này</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>Kỳ trước</source>
        <translation>Last period</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Lúc chốt</source>
        <translation>When locked</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Mốc</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Nguồn số liệu</source>
        <translation>Source of the figure</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày hoàn thành</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>Người thực hiện</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>Người xóa</source>
        <translation>Deleted by</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Nhiệm vụ ở đây</source>
        <translation>Task here</translation>
    </message>
    <message>
        <source>Nhiệm vụ, chỉ tiêu</source>
        <translation>Task, indicator</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Nội dung nhiệm vụ</source>
        <translation>Content of the task</translation>
    </message>
    <message>
        <source>Nội dung đã xóa</source>
        <translation>Deleted content</translation>
    </message>
    <message>
        <source>Phối hợp</source>
        <translation>Coordinating</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
    <message>
        <source>So sánh</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Số liệu từ</source>
        <translation>Figures from</translation>
    </message>
    <message>
        <source>Số liệu từ – đến</source>
        <translation>Figures from – to</translation>
    </message>
    <message>
        <source>Số liệu đến</source>
        <translation>Figures to</translation>
    </message>
    <message>
        <source>Số thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Thứ</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Trình ký</source>
        <translation>For signature</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tên cơ quan</source>
        <translation>Name of the agency</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Vị trí</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Xóa lúc</source>
        <translation>Deleted at</translation>
    </message>
    <message>
        <source>Ô</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Ô trong bản trước</source>
        <translation>Cell in the last version</translation>
    </message>
    <message>
        <source>Đang ghi</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Đổi thành</source>
        <translation>Change to</translation>
    </message>
</context>
<context>
    <name>LiveFigures</name>
    <message>
        <source>không còn tính được</source>
        <translation>can no longer be counted</translation>
    </message>
    <message>
        <source>nay là {}</source>
        <translation>now {}</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Chốt số liệu</source>
        <translation>Lock figures</translation>
    </message>
    <message>
        <source>Kỳ này không có kế hoạch nào đang theo dõi.</source>
        <translation>No plan is tracked in this period.</translation>
    </message>
    <message>
        <source>Số liệu đến ngày {} được giữ lại như dưới đây. Kết quả vẫn ghi tiếp được; số đã chốt không đổi theo. Hoàn tác thì kỳ mở lại.</source>
        <translation>The figures up to {} are kept as below. Results can still be recorded; the locked figures do not change with them. Undoing reopens the period.</translation>
    </message>
</context>
<context>
    <name>LookField</name>
    <message>
        <source>Cỡ chữ của {}</source>
        <translation>Text size of {}</translation>
    </message>
    <message>
        <source>In nghiêng {}</source>
        <translation>{} in italics</translation>
    </message>
    <message>
        <source>In đậm {}</source>
        <translation>{} in bold</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Dòng nhiệm vụ</source>
        <translation>Task rows</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Gọn</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Khi Windows bật chế độ tương phản cao, chương trình dùng màu của Windows.</source>
        <translation>While Windows shows high contrast, the program uses the colours of Windows.</translation>
    </message>
    <message>
        <source>Khi có nhiệm vụ quá hạn hoặc đến hạn trong 7 ngày, trong lúc chương trình đang mở.</source>
        <translation>When tasks are overdue or due in 7 days, while the program is open.</translation>
    </message>
    <message>
        <source>Màu sắc</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Mỗi nhiệm vụ hiện 1, 2 hoặc 3 dòng chữ.</source>
        <translation>Each task takes 1, 2 or 3 lines.</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Nhắc việc</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>Nhắc ở khay hệ thống, mỗi ngày một lần</source>
        <translation>Remind in the system tray, once a day</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Theo hệ thống</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Thoáng</source>
        <translation>Roomy</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Vừa</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Áp dụng cho toàn bộ cửa sổ. Cỡ chữ trên văn bản in không thay đổi.</source>
        <translation>Applies to the whole window. The text size of printed documents does not change.</translation>
    </message>
    <message>
        <source>Áp dụng từ lần mở chương trình sau. Văn bản in và xuất ra luôn bằng tiếng Việt.</source>
        <translation>Applies from the next start of the program. Printed and exported documents are always in Vietnamese.</translation>
    </message>
</context>
<context>
    <name>LostPane</name>
    <message>
        <source>Biểu mẫu không có ô nào để điền.</source>
        <translation>The form has no cells to fill.</translation>
    </message>
    <message>
        <source>Bỏ nguồn này</source>
        <translation>Remove this source</translation>
    </message>
    <message>
        <source>Chọn ô của bản mới</source>
        <translation>Choose a cell of the new version</translation>
    </message>
    <message>
        <source>Gán nguồn vào một ô khác, nội dung đã nhập đi theo; hoặc bỏ nguồn.</source>
        <translation>Assign the source to another cell, what was typed goes along; or remove the source.</translation>
    </message>
    <message>
        <source>Gán vào ô…</source>
        <translation>Assign to cell…</translation>
    </message>
    <message>
        <source>Không có ô nào khớp.</source>
        <translation>No cell matches.</translation>
    </message>
    <message>
        <source>Nguồn số liệu không còn ô</source>
        <translation>Sources without a cell</translation>
    </message>
    <message>
        <source>Tên ô, vị trí…</source>
        <translation>Name of the cell, place…</translation>
    </message>
    <message>
        <source>Tìm ô</source>
        <translation>Find cell</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Theo dõi CCHC</source>
        <translation>CCHC Desktop</translation>
    </message>
</context>
<context>
    <name>MembersField</name>
    <message>
        <source>(không còn trong danh sách)</source>
        <translation>(no longer in the list)</translation>
    </message>
    <message>
        <source>Bỏ thành viên đang chọn</source>
        <translation>Remove the selected member</translation>
    </message>
    <message>
        <source>Gõ tên cơ quan để thêm</source>
        <translation>Type the name of an agency to add</translation>
    </message>
    <message>
        <source>Không thêm được “{}”: không có cơ quan này trong danh sách.</source>
        <translation>“{}” cannot be added: there is no such agency in the list.</translation>
    </message>
    <message>
        <source>Thành viên của nhóm</source>
        <translation>Members of the group</translation>
    </message>
    <message>
        <source>Thêm thành viên</source>
        <translation>Add member</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Các nhiệm vụ, chỉ tiêu và nhóm đang dùng những tên này sẽ chuyển về cơ quan được giữ; các tên kia thành tên gọi khác. Chữ ghi trong kế hoạch giữ nguyên.</source>
        <translation>Tasks, indicators and groups that use these names move to the agency that is kept; the others become its other names. The words as written in the plans stay.</translation>
    </message>
    <message>
        <source>Gộp</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Gộp cơ quan</source>
        <translation>Merge agencies</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>MilestoneSection</name>
    <message>
        <source>Cập nhật theo kỳ báo cáo</source>
        <translation>Updates by reporting period</translation>
    </message>
    <message>
        <source>Xem cả {} mốc</source>
        <translation>Show all {} milestones</translation>
    </message>
    <message>
        <source>Xem tất cả các mốc</source>
        <translation>Show all milestones</translation>
    </message>
    <message>
        <source>Xử lý…</source>
        <translation>Settle…</translation>
    </message>
    <message>
        <source>{} kết quả đã ghi không còn khớp với mốc nào vì thời hạn đã thay đổi.</source>
        <translation>Recorded results that match no milestone any more because the deadline has changed: {}.</translation>
    </message>
    <message>
        <source>Đôn đốc</source>
        <translation>Reminders</translation>
    </message>
</context>
<context>
    <name>MonthPane</name>
    <message>
        <source>Chưa nhập ngày nghỉ năm {}</source>
        <translation>Days off of {} not entered yet</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Lịch tháng {}/{}</source>
        <translation>Calendar {}/{}</translation>
    </message>
    <message>
        <source>Tháng sau</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Tháng trước</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>Tháng {}/{}</source>
        <translation>Month {}/{}</translation>
    </message>
</context>
<context>
    <name>NearDialog</name>
    <message>
        <source>Chỉ tiêu tính theo % còn thiếu không quá số điểm này được coi là “Gần đạt”.</source>
        <translation>An indicator in % that falls short by no more than these points counts as “Nearly met”.</translation>
    </message>
    <message>
        <source>Cần nhập số điểm.</source>
        <translation>The number of points is needed.</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Mức coi là gần đạt</source>
        <translation>Nearly met level</translation>
    </message>
    <message>
        <source>Số điểm phần trăm</source>
        <translation>Percentage points</translation>
    </message>
</context>
<context>
    <name>NewPlanPage</name>
    <message>
        <source>1. Lập kế hoạch từ</source>
        <translation>1. Make the plan from</translation>
    </message>
    <message>
        <source>2. Kỳ và tên kế hoạch</source>
        <translation>2. Period and name of the plan</translation>
    </message>
    <message>
        <source>Báo cáo chung cả hai kế hoạch chỉ tính một lần nhiệm vụ đã nối.</source>
        <translation>A joint report on both plans counts linked tasks once.</translation>
    </message>
    <message>
        <source>Bỏ hết</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Chưa xong ({})</source>
        <translation>Unfinished ({})</translation>
    </message>
    <message>
        <source>Chỉ chọn nhiệm vụ chưa xong.</source>
        <translation>Choose only unfinished tasks.</translation>
    </message>
    <message>
        <source>Chọn hết</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Mang theo chỉ tiêu</source>
        <translation>Take the indicators along</translation>
    </message>
    <message>
        <source>Nối với nhiệm vụ của kế hoạch cũ (chuyển tiếp)</source>
        <translation>Link with the tasks of the old plan (carry over)</translation>
    </message>
    <message>
        <source>Nội dung được lập cho kỳ khác; thời hạn chỉ chuyển theo năm, cần xem lại sau khi tạo.</source>
        <translation>The content was written for another period; dates are only moved by years and have to be looked through afterwards.</translation>
    </message>
    <message>
        <source>Sẽ tạo: {}. Chưa ghi gì vào dữ liệu.</source>
        <translation>Will be made: {}. Nothing has been written yet.</translation>
    </message>
    <message>
        <source>Tạo kế hoạch</source>
        <translation>Make plan</translation>
    </message>
    <message>
        <source>Tạo kế hoạch mới</source>
        <translation>Make a new plan</translation>
    </message>
    <message>
        <source>Về kế hoạch</source>
        <translation>Back to the plan</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Xem trước kế hoạch</source>
        <translation>Preview of the plan</translation>
    </message>
    <message>
        <source>Xem trước và chọn nhiệm vụ ({}/{})</source>
        <translation>Preview and choose tasks ({}/{})</translation>
    </message>
    <message>
        <source>Xóa mẫu này</source>
        <translation>Delete this template</translation>
    </message>
    <message>
        <source>{} chỉ tiêu</source>
        <translation>{} indicators</translation>
    </message>
    <message>
        <source>{} lĩnh vực</source>
        <translation>{} reform areas</translation>
    </message>
    <message>
        <source>{} nhiệm vụ</source>
        <translation>{} tasks</translation>
    </message>
</context>
<context>
    <name>NoticeStrips</name>
    <message>
        <source>Bỏ</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Chưa lưu được {} ô vừa nhập. {} Nội dung vẫn được giữ ở ô có dấu cảnh báo.</source>
        <translation>What was typed in {} cells could not be saved. {} The words are kept in the cells with a warning sign.</translation>
    </message>
    <message>
        <source>Kế hoạch của cấp trên chỉ để đối chiếu nên không nhập số liệu vào đây.</source>
        <translation>A superior plan is for comparison only, so no figures are entered here.</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NumberFields</name>
    <message>
        <source>Chưa đọc được ngày “{}”.</source>
        <translation>The date “{}” was not understood.</translation>
    </message>
    <message>
        <source>Ngày ký</source>
        <translation>Date of signature</translation>
    </message>
    <message>
        <source>Số văn bản</source>
        <translation>Number of the paper</translation>
    </message>
    <message>
        <source>để trống</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>OfficeDesk</name>
    <message>
        <source>Đã lưu thông tin đơn vị.</source>
        <translation>Saved the particulars of the office.</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Cách nhau bằng dấu phẩy</source>
        <translation>Separated by commas</translation>
    </message>
    <message>
        <source>Cơ quan cấp trên</source>
        <translation>Superior body</translation>
    </message>
    <message>
        <source>Cơ quan thường
trực CCHC</source>
        <translation>Standing office
for CCHC</translation>
    </message>
    <message>
        <source>Cơ quan thường trực CCHC</source>
        <translation>Standing office for CCHC</translation>
    </message>
    <message>
        <source>Dòng đầu văn bản (ghi từng dòng, B là in đậm)</source>
        <translation>Letterhead (line by line, B is bold)</translation>
    </message>
    <message>
        <source>Dùng cho dòng “…, ngày … tháng … năm …”</source>
        <translation>Used for the line “…, ngày … tháng … năm …”</translation>
    </message>
    <message>
        <source>Ghi đúng như trên văn bản, chương trình không tự ghép tên</source>
        <translation>Written exactly as on documents; the program does not put names together</translation>
    </message>
    <message>
        <source>KH-UBND, BC-UBND</source>
        <translation>KH-UBND, BC-UBND</translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation>Symbols</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Tên đơn vị (bắt buộc)</source>
        <translation>Name of the office (required)</translation>
    </message>
    <message>
        <source>Tên đơn vị *</source>
        <translation>Name of the office *</translation>
    </message>
    <message>
        <source>Xem trước đầu văn bản</source>
        <translation>Preview of the letterhead</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Thông tin đơn vị</source>
        <translation>Particulars of the office</translation>
    </message>
</context>
<context>
    <name>OpeningDesk</name>
    <message>
        <source>Bản trước khi nâng cấp được giữ tại {}.</source>
        <translation>The data before the upgrade are kept at {}.</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến. Dữ liệu không thay đổi.</source>
        <translation>The program met an unexpected error. The data have not changed.</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Chọn tệp dữ liệu</source>
        <translation>Choose a data file</translation>
    </message>
    <message>
        <source>Dữ liệu nay nằm tại {}. Tệp cũ vẫn còn nguyên chỗ cũ.</source>
        <translation>The data are now at {}. The old file stays where it was.</translation>
    </message>
    <message>
        <source>Tệp dữ liệu (*.db)</source>
        <translation>Data file (*.db)</translation>
    </message>
    <message>
        <source>Đang khôi phục dữ liệu…</source>
        <translation>Restoring the data…</translation>
    </message>
    <message>
        <source>Đang đưa dữ liệu đã cứu vào dùng…</source>
        <translation>Putting the rescued data into use…</translation>
    </message>
    <message>
        <source>Đang đọc lại dữ liệu từ tệp hỏng…</source>
        <translation>Reading the data again from the damaged file…</translation>
    </message>
    <message>
        <source>Đã dùng dữ liệu cứu được. Tệp hỏng được giữ lại bên cạnh.</source>
        <translation>The rescued data are in use. The damaged file is kept beside them.</translation>
    </message>
    <message>
        <source>Đã khôi phục dữ liệu từ bản sao lưu {}.</source>
        <translation>Restored the data from the backup {}.</translation>
    </message>
    <message>
        <source>Đã nâng cấp dữ liệu cho phiên bản mới của chương trình.</source>
        <translation>Upgraded the data for the new version of the program.</translation>
    </message>
</context>
<context>
    <name>OperationDetails</name>
    <message>
        <source>Chọn một thao tác để xem chi tiết thay đổi.</source>
        <translation>Choose an operation to see its changes.</translation>
    </message>
    <message>
        <source>Các thay đổi của thao tác đang chọn</source>
        <translation>Changes of the selected operation</translation>
    </message>
    <message>
        <source>Thao tác này không thay đổi nội dung nào.</source>
        <translation>This operation changed no content.</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Chưa đọc được ngày “{}”.</source>
        <translation>The date “{}” was not understood.</translation>
    </message>
    <message>
        <source>Chế độ xem: {}</source>
        <translation>View: {}</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Cơ quan chủ trì</source>
        <translation>Lead agency</translation>
    </message>
    <message>
        <source>Cả kế hoạch</source>
        <translation>Whole plan</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Gửi công văn</source>
        <translation>Sending of letters</translation>
    </message>
    <message>
        <source>Khổ giấy</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Ký văn bản</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Reporting period</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Mỗi cơ quan một công văn</source>
        <translation>One letter per agency</translation>
    </message>
    <message>
        <source>Một công văn gửi chung</source>
        <translation>One letter to all</translation>
    </message>
    <message>
        <source>Ngày ký</source>
        <translation>Date of signature</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Người ký thường dùng</source>
        <translation>Usual signer</translation>
    </message>
    <message>
        <source>Phạm vi</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Số liệu {}. {}.</source>
        <translation>Figures {}. {}.</translation>
    </message>
    <message>
        <source>Số liệu đến ngày</source>
        <translation>Figures as of</translation>
    </message>
    <message>
        <source>Số, ngày ký</source>
        <translation>Number, date</translation>
    </message>
    <message>
        <source>Sửa mốc kỳ báo cáo…</source>
        <translation>Edit the period&apos;s dates…</translation>
    </message>
    <message>
        <source>Theo thể thức của đơn vị</source>
        <translation>As the office&apos;s layout says</translation>
    </message>
    <message>
        <source>Tiêu đề của đơn vị</source>
        <translation>The office&apos;s letterhead</translation>
    </message>
    <message>
        <source>Tiêu đề văn bản</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Tất cả cơ quan chủ trì</source>
        <translation>All lead agencies</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Xếp theo</source>
        <translation>Grouped by</translation>
    </message>
    <message>
        <source>{} dọc</source>
        <translation>{} portrait</translation>
    </message>
    <message>
        <source>{} ngang</source>
        <translation>{} landscape</translation>
    </message>
    <message>
        <source>Đã chốt ngày {}: các con số là số đã chốt, lời văn theo dữ liệu hiện nay.</source>
        <translation>Locked on {}: the figures are those locked, the words follow the present data.</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>As of</translation>
    </message>
</context>
<context>
    <name>OrphansDialog</name>
    <message>
        <source>Bỏ gia hạn này</source>
        <translation>Drop this extension</translation>
    </message>
    <message>
        <source>Bỏ kết quả này</source>
        <translation>Drop this result</translation>
    </message>
    <message>
        <source>Chuyển vào {}</source>
        <translation>Move to {}</translation>
    </message>
    <message>
        <source>Chọn cách xử lý ít nhất một kết quả.</source>
        <translation>Choose how to settle at least one result.</translation>
    </message>
    <message>
        <source>Thời hạn đã sửa nên kế hoạch không còn những mốc này. Chọn mốc nhận kết quả, hoặc bỏ kết quả. Có thể hoàn tác.</source>
        <translation>The deadline was changed, so the plan no longer has these milestones. Choose the milestone that takes the result, or drop the result. It can be undone.</translation>
    </message>
    <message>
        <source>Xử lý</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>Xử lý kết quả của mốc không còn</source>
        <translation>Settle results of removed milestones</translation>
    </message>
    <message>
        <source>Xử lý {} kết quả</source>
        <translation>Settle {} results</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>OutcomeLine</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close the notice</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nội dung nhiệm vụ</source>
        <translation>Content of the task</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Đã có trong kế hoạch</source>
        <translation>Already in the plan</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Chỉ trang chẵn</source>
        <translation>Even pages only</translation>
    </message>
    <message>
        <source>Chỉ trang lẻ</source>
        <translation>Odd pages only</translation>
    </message>
    <message>
        <source>Chọn máy in và trang in…</source>
        <translation>Choose printer and pages…</translation>
    </message>
    <message>
        <source>In (Ctrl + P)</source>
        <translation>Print (Ctrl + P)</translation>
    </message>
    <message>
        <source>In ngay ra máy in {}</source>
        <translation>Print now on {}</translation>
    </message>
    <message>
        <source>In trang chẵn…</source>
        <translation>Print even pages…</translation>
    </message>
    <message>
        <source>In trang lẻ…</source>
        <translation>Print odd pages…</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Tất cả các trang</source>
        <translation>All pages</translation>
    </message>
    <message>
        <source>Xuất ra tệp hoặc in đúng như bản xem bên phải</source>
        <translation>Write a file or print, just as previewed on the right</translation>
    </message>
    <message>
        <source>Xuất ra tệp {}</source>
        <translation>Write a {} file</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n nhiệm vụ, xếp theo mức gấp</source>
        <translation>
            <numerusform>%n task, most urgent first</numerusform>
            <numerusform>%n tasks, most urgent first</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa gửi ({})</source>
        <translation>Not handed in ({})</translation>
    </message>
    <message>
        <source>Chưa xác định cơ quan</source>
        <translation>Agency unknown</translation>
    </message>
    <message>
        <source>Chưa xác định thời hạn</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>Chốt số liệu</source>
        <translation>Lock figures</translation>
    </message>
    <message>
        <source>Chờ số liệu</source>
        <translation>Waiting for figures</translation>
    </message>
    <message>
        <source>Chờ số liệu {}</source>
        <translation>Waiting for figures: {}</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Các đơn vị gửi số liệu</source>
        <translation>Units hand in figures</translation>
    </message>
    <message>
        <source>Cập nhật…</source>
        <translation>Update…</translation>
    </message>
    <message>
        <source>Ghi kết quả…</source>
        <translation>Record result…</translation>
    </message>
    <message>
        <source>Gửi cấp trên</source>
        <translation>Send to superior body</translation>
    </message>
    <message>
        <source>Hôm nay {}</source>
        <translation>Today {}</translation>
    </message>
    <message>
        <source>Hôm nay: {}, {}</source>
        <translation>Today: {}, {}</translation>
    </message>
    <message>
        <source>Không có việc gấp.</source>
        <translation>Nothing is urgent.</translation>
    </message>
    <message>
        <source>Kế hoạch chưa có nhiệm vụ nào.</source>
        <translation>The plan has no tasks yet.</translation>
    </message>
    <message>
        <source>Kỳ báo cáo…</source>
        <translation>Reporting periods…</translation>
    </message>
    <message>
        <source>Kỳ này không có đơn vị nào phải gửi số liệu.</source>
        <translation>No unit has to hand in figures in this period.</translation>
    </message>
    <message>
        <source>Nhận {}</source>
        <translation>Received {}</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>TT {}</source>
        <translation>No. {}</translation>
    </message>
    <message>
        <source>Tháng {}</source>
        <translation>Month {}</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Trình ký</source>
        <translation>Submit for signature</translation>
    </message>
    <message>
        <source>Việc cần làm ngay</source>
        <translation>To do now</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message numerus="yes">
        <source>Xem cả %n nhiệm vụ</source>
        <translation>
            <numerusform>Show the %n task</numerusform>
            <numerusform>Show all %n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Xem thêm {}</source>
        <translation>Show {} more</translation>
    </message>
    <message>
        <source>Xác định hạn…</source>
        <translation>Set deadline…</translation>
    </message>
    <message>
        <source>cần xác định ngày</source>
        <translation>dates needed</translation>
    </message>
    <message>
        <source>hoàn thành {}</source>
        <translation>completed {}</translation>
    </message>
    <message>
        <source>không có</source>
        <translation>none</translation>
    </message>
    <message>
        <source>lâu nhất {} ngày</source>
        <translation>longest {} day(s)</translation>
    </message>
    <message>
        <source>sớm nhất {}</source>
        <translation>earliest {}</translation>
    </message>
    <message>
        <source>{} nhiệm vụ, {}</source>
        <translation>{} task(s), {}</translation>
    </message>
    <message>
        <source>{} quá hạn</source>
        <translation>{} overdue</translation>
    </message>
    <message>
        <source>{} · còn {}</source>
        <translation>{} · {} left</translation>
    </message>
    <message>
        <source>{} · còn {} quá hạn</source>
        <translation>{} · {} overdue</translation>
    </message>
    <message>
        <source>{} đến {}</source>
        <translation>{} to {}</translation>
    </message>
    <message>
        <source>{}, {} mốc chưa hoàn thành</source>
        <translation>{}, {} milestones not completed</translation>
    </message>
    <message>
        <source>{}, {} mốc quá hạn</source>
        <translation>{}, {} milestones overdue</translation>
    </message>
    <message>
        <source>Đã nhận {}/{}</source>
        <translation>Received {}/{}</translation>
    </message>
    <message>
        <source>Đã nhận đủ</source>
        <translation>All received</translation>
    </message>
    <message>
        <source>Đôn đốc…</source>
        <translation>Remind…</translation>
    </message>
    <message>
        <source>Đến hạn trong 30 ngày</source>
        <translation>Due in 30 days</translation>
    </message>
    <message>
        <source>Đến hạn trong 7 ngày</source>
        <translation>Due in 7 days</translation>
    </message>
    <message>
        <source>Đến hạn {}: {} mốc</source>
        <translation>Due {}: {} milestones</translation>
    </message>
    <message>
        <source>đã nhận {}/{}</source>
        <translation>received {}/{}</translation>
    </message>
    <message>
        <source>đều hạn {}</source>
        <translation>all due {}</translation>
    </message>
</context>
<context>
    <name>OverviewDesk</name>
    <message>
        <source>Chưa có kế hoạch nào.</source>
        <translation>There are no plans yet.</translation>
    </message>
    <message>
        <source>Chưa xác định cơ quan</source>
        <translation>Agency unknown</translation>
    </message>
    <message>
        <source>Chưa xác định cơ quan chủ trì</source>
        <translation>Lead agency unknown</translation>
    </message>
    <message>
        <source>Kế hoạch của cấp trên chỉ để đối chiếu, không theo dõi tiến độ ở đây.</source>
        <translation>A superior plan is for comparison only; its progress is not tracked here.</translation>
    </message>
    <message>
        <source>Kế hoạch này chưa có nhiệm vụ nào để theo dõi.</source>
        <translation>This plan has no tasks to track yet.</translation>
    </message>
    <message>
        <source>{} đến {}</source>
        <translation>{} to {}</translation>
    </message>
    <message>
        <source>{}: {} nhiệm vụ cần cập nhật trong kỳ</source>
        <translation>{}: {} tasks to update in the period</translation>
    </message>
    <message>
        <source>Đang tổng hợp số liệu của kế hoạch…</source>
        <translation>Compiling the figures of the plan…</translation>
    </message>
    <message>
        <source>Đến hạn {}: {} mốc</source>
        <translation>Due {}: {} milestones</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Báo cáo {}</source>
        <translation>Report {}</translation>
    </message>
    <message>
        <source>Chờ cập nhật kỳ này</source>
        <translation>Update due this period</translation>
    </message>
    <message>
        <source>Hoàn thành theo lĩnh vực</source>
        <translation>Completion by reform area</translation>
    </message>
    <message>
        <source>Không còn kỳ báo cáo</source>
        <translation>No more reporting periods</translation>
    </message>
    <message>
        <source>Mở màn hình Kế hoạch</source>
        <translation>Open the screen Plan</translation>
    </message>
    <message>
        <source>Theo cơ quan chủ trì</source>
        <translation>By lead agency</translation>
    </message>
    <message>
        <source>Tiến trình kế hoạch</source>
        <translation>Course of the plan</translation>
    </message>
    <message>
        <source>không có</source>
        <translation>none</translation>
    </message>
    <message>
        <source>kỳ {}</source>
        <translation>period {}</translation>
    </message>
    <message>
        <source>trong thời gian của kế hoạch</source>
        <translation>within the period of the plan</translation>
    </message>
    <message>
        <source>{} – {} · số trong vòng tròn là số mốc đến hạn</source>
        <translation>{} – {} · numbers in circles count due milestones</translation>
    </message>
    <message>
        <source>{}/{} nhiệm vụ · {}</source>
        <translation>{}/{} tasks · {}</translation>
    </message>
    <message>
        <source>Đơn vị gửi {}, trình ký {}</source>
        <translation>Units hand in {}, for signature {}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Bản xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Bản xem trước, trang {} trên {}</source>
        <translation>Preview, page {} of {}</translation>
    </message>
    <message>
        <source>Ctrl + mũi tên để chọn số liệu, Enter để mở danh sách nhiệm vụ được tính.</source>
        <translation>Ctrl + arrows choose a figure, Enter opens the tasks that it counts.</translation>
    </message>
</context>
<context>
    <name>PagesModel</name>
    <message>
        <source>Trang {}</source>
        <translation>Page {}</translation>
    </message>
</context>
<context>
    <name>PaletteFrame</name>
    <message>
        <source>Gõ lệnh, tên kế hoạch, nhiệm vụ…</source>
        <translation>Type a command, a plan, a task…</translation>
    </message>
    <message>
        <source>Không có lệnh hay nội dung nào khớp “{}”.</source>
        <translation>No command or content matches “{}”.</translation>
    </message>
    <message>
        <source>Lệnh và nội dung tìm thấy</source>
        <translation>Commands and content found</translation>
    </message>
    <message>
        <source>Lệnh và tìm nhanh</source>
        <translation>Commands and quick search</translation>
    </message>
</context>
<context>
    <name>PaneStack</name>
    <message>
        <source>Không có nhiệm vụ nào khớp bộ lọc.</source>
        <translation>No task matches the filter.</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào khớp “{}”.</source>
        <translation>No task matches “{}”.</translation>
    </message>
    <message>
        <source>Kế hoạch chưa có lĩnh vực nào. Chọn Kế hoạch, Thêm lĩnh vực.</source>
        <translation>The plan has no reform area yet. Choose Plan, Add reform area.</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>PaperExport</name>
    <message>
        <source>Chọn thư mục khác…</source>
        <translation>Choose another folder…</translation>
    </message>
    <message>
        <source>Chọn thư mục để ghi các tệp {}</source>
        <translation>Choose a folder for the {} files</translation>
    </message>
    <message>
        <source>Chọn tên khác…</source>
        <translation>Choose another name…</translation>
    </message>
    <message>
        <source>Ghi lại</source>
        <translation>Write again</translation>
    </message>
    <message>
        <source>Ghi đè</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>Máy này chưa có chương trình mở {}. Tệp nằm trong thư mục {}.</source>
        <translation>This computer has no program that opens {}. The file is in the folder {}.</translation>
    </message>
    <message>
        <source>Mở bằng Excel</source>
        <translation>Open in Excel</translation>
    </message>
    <message>
        <source>Mở bằng Word</source>
        <translation>Open in Word</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Mở tệp PDF</source>
        <translation>Open the PDF</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Trong thư mục đã có {} và {} tệp khác. Chưa ghi tệp nào.</source>
        <translation>The folder holds {} and {} other files already. No file was written.</translation>
    </message>
    <message>
        <source>Trong thư mục đã có {}. Chưa ghi tệp nào.</source>
        <translation>The folder holds {} already. No file was written.</translation>
    </message>
    <message>
        <source>Xuất ra tệp {}</source>
        <translation>Write a {} file</translation>
    </message>
    <message>
        <source>Đang ghi các tệp vào thư mục {}…</source>
        <translation>Writing the files into the folder {}…</translation>
    </message>
    <message>
        <source>Đang ghi tệp {}…</source>
        <translation>Writing the file {}…</translation>
    </message>
    <message>
        <source>Đã dừng, chưa ghi tệp nào.</source>
        <translation>Stopped, no file was written.</translation>
    </message>
    <message>
        <source>Đã dừng.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Đã ghi {} tệp vào thư mục {}.</source>
        <translation>Wrote {} files into the folder {}.</translation>
    </message>
    <message>
        <source>Đã ghi {}/{} tệp vào thư mục {}.</source>
        <translation>Wrote {}/{} files into the folder {}.</translation>
    </message>
    <message>
        <source>Đã xuất ra tệp {}.</source>
        <translation>Written to {}.</translation>
    </message>
</context>
<context>
    <name>PaperPress</name>
    <message>
        <source>Không có trang nào thuộc phần đã chọn để in.</source>
        <translation>No page belongs to what was chosen to print.</translation>
    </message>
    <message>
        <source>Máy tính này chưa cài máy in. Có thể xuất ra tệp PDF để in ở máy khác.</source>
        <translation>No printer is installed on this computer. You can write a PDF and print it elsewhere.</translation>
    </message>
    <message>
        <source>Đang in…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Đã dừng in.</source>
        <translation>Printing was stopped.</translation>
    </message>
    <message>
        <source>Đã gửi {} trang đến máy in {}.</source>
        <translation>Sent {} pages to the printer {}.</translation>
    </message>
</context>
<context>
    <name>PaperWays</name>
    <message>
        <source>Biểu mẫu của cấp trên…</source>
        <translation>Forms of the superior body…</translation>
    </message>
    <message>
        <source>Mẫu báo cáo…</source>
        <translation>Report template…</translation>
    </message>
    <message>
        <source>Sửa nội dung báo cáo…</source>
        <translation>Edit words of the report…</translation>
    </message>
    <message>
        <source>Thể thức trình bày…</source>
        <translation>Layout of papers…</translation>
    </message>
</context>
<context>
    <name>PartiesTab</name>
    <message>
        <source>- Như trên;</source>
        <translation>- Như trên;</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Legal bases</translation>
    </message>
    <message>
        <source>Căn cứ (mỗi căn cứ một dòng)</source>
        <translation>Legal bases (one per line)</translation>
    </message>
    <message>
        <source>Căn cứ Luật Tổ chức chính quyền địa phương…</source>
        <translation>Căn cứ Luật Tổ chức chính quyền địa phương…</translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>Nơi nhận (mỗi nơi một dòng)</source>
        <translation>Recipients (one per line)</translation>
    </message>
</context>
<context>
    <name>PastingStrip</name>
    <message>
        <source>Dán</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Dán {} dòng: {}.</source>
        <translation>Paste {} rows: {}.</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>sửa {} nhiệm vụ</source>
        <translation>changes {} tasks</translation>
    </message>
    <message>
        <source>thêm {} nhiệm vụ mới</source>
        <translation>adds {} new tasks</translation>
    </message>
</context>
<context>
    <name>PeriodForm</name>
    <message>
        <source>6 tháng cuối năm</source>
        <translation>Second half of a year</translation>
    </message>
    <message>
        <source>6 tháng đầu năm</source>
        <translation>First half of a year</translation>
    </message>
    <message>
        <source>Cần nhập ngày bắt đầu và ngày kết thúc của kế hoạch.</source>
        <translation>The first and the last day of the plan are needed.</translation>
    </message>
    <message>
        <source>Cần nhập tên kế hoạch.</source>
        <translation>The plan needs a name.</translation>
    </message>
    <message>
        <source>Giai đoạn nhiều năm</source>
        <translation>Several years</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Loại kế hoạch</source>
        <translation>Kind of plan</translation>
    </message>
    <message>
        <source>Ngày kết thúc đứng trước ngày bắt đầu.</source>
        <translation>The last day is before the first day.</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Năm bắt đầu</source>
        <translation>First year</translation>
    </message>
    <message>
        <source>Số năm của giai đoạn</source>
        <translation>Number of years</translation>
    </message>
    <message>
        <source>Tên kế hoạch</source>
        <translation>Name of the plan</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>{} năm</source>
        <translation>{} years</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>đến ngày</source>
        <translation>to</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 01/07/2025.</source>
        <translation>“{}” is not a date; type it like 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Lưu tên người nhập liệu</source>
        <translation>Save the name</translation>
    </message>
    <message>
        <source>Tên người nhập liệu</source>
        <translation>Name of the person who types</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Người dùng</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Tên người nhập liệu</source>
        <translation>Name of the person who types</translation>
    </message>
    <message>
        <source>Tên này được ghi vào Nhật ký cùng với mỗi thay đổi. Để trống thì ghi tên tài khoản của máy.</source>
        <translation>This name is written into the History with every change. Left empty, the account of the computer is written.</translation>
    </message>
</context>
<context>
    <name>PersonStrip</name>
    <message>
        <source>Tên người nhập liệu để ghi vào nhật ký:</source>
        <translation>Name of the person who types, for the history:</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>PlaceGuard</name>
    <message>
        <source>Chưa chuyển được dữ liệu. {}</source>
        <translation>The data could not be moved. {}</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến.</source>
        <translation>The program met an unexpected error.</translation>
    </message>
    <message>
        <source>Đang chép dữ liệu về {}…</source>
        <translation>Copying the data to {}…</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>PlanChooser</name>
    <message>
        <source>Chưa chọn kế hoạch</source>
        <translation>No plan chosen</translation>
    </message>
    <message>
        <source>Dự thảo</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Kế hoạch cấp trên</source>
        <translation>Superior plan</translation>
    </message>
    <message>
        <source>Đã ban hành</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Đã kết thúc</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Được thay thế</source>
        <translation>Replaced</translation>
    </message>
</context>
<context>
    <name>PlanColumns</name>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Các văn bản đã sửa đổi, bổ sung nội dung đã ban hành</source>
        <translation>The documents that have amended the issued words</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Kinh phí</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Kết quả của mốc đang đến, hoặc nội dung cập nhật của kỳ báo cáo</source>
        <translation>Result of the coming milestone, or words of the update of the reporting period</translation>
    </message>
    <message>
        <source>Kết quả kỳ này</source>
        <translation>Result this period</translation>
    </message>
    <message>
        <source>Lãnh đạo phụ trách</source>
        <translation>Leader in charge</translation>
    </message>
    <message>
        <source>Lãnh đạo phụ trách (không in trong phụ lục)</source>
        <translation>Leader in charge (not printed in the appendix)</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Reform area</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày hoàn thành; nhập ngày là ghi hoàn thành</source>
        <translation>Day of completion; typing a date records the completion</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>Người phụ trách (không in trong phụ lục)</source>
        <translation>Person in charge (not printed in the appendix)</translation>
    </message>
    <message>
        <source>Nhiệm vụ có trong kế hoạch hay phát sinh, và văn bản giao nhiệm vụ phát sinh</source>
        <translation>Whether the task is in the plan or has arisen, and the document that gave an arisen task</translation>
    </message>
    <message>
        <source>Nội dung nhiệm vụ</source>
        <translation>Content of the task</translation>
    </message>
    <message>
        <source>Phát sinh</source>
        <translation>Arisen</translation>
    </message>
    <message>
        <source>Phối hợp</source>
        <translation>Coordinating</translation>
    </message>
    <message>
        <source>Sản phẩm</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Số văn bản</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>Số, ký hiệu của tài liệu kiểm chứng, cách nhau bằng dấu chấm phẩy</source>
        <translation>Numbers of the supporting documents, separated by semicolons</translation>
    </message>
    <message>
        <source>Sửa theo văn bản</source>
        <translation>Amended by</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Trong kế hoạch</source>
        <translation>In the plan</translation>
    </message>
    <message>
        <source>Tính từ thời hạn và kết quả đã ghi; không nhập được</source>
        <translation>Worked out from the deadline and the recorded results; cannot be typed into</translation>
    </message>
</context>
<context>
    <name>PlanCommands</name>
    <message>
        <source>Lĩnh vực mới</source>
        <translation>New reform area</translation>
    </message>
    <message>
        <source>Đã dán vào {} nhiệm vụ, thêm {} nhiệm vụ.</source>
        <translation>Pasted into {} tasks, added {} tasks.</translation>
    </message>
    <message>
        <source>Đã dán vào {} nhiệm vụ.</source>
        <translation>Tasks pasted into: {}.</translation>
    </message>
    <message>
        <source>Đã sửa {} nhiệm vụ.</source>
        <translation>Tasks changed: {}.</translation>
    </message>
    <message>
        <source>Đã thêm kế hoạch mẫu.</source>
        <translation>Added the sample plan.</translation>
    </message>
    <message>
        <source>Đã thêm {} nhiệm vụ.</source>
        <translation>Tasks added: {}.</translation>
    </message>
    <message>
        <source>Đã xóa kế hoạch “{}”.</source>
        <translation>Deleted the plan “{}”.</translation>
    </message>
    <message>
        <source>Đã xóa lĩnh vực “{}” cùng {} nhiệm vụ.</source>
        <translation>Deleted the reform area “{}” with its tasks ({}).</translation>
    </message>
    <message>
        <source>Đã xóa {} nhiệm vụ.</source>
        <translation>Tasks deleted: {}.</translation>
    </message>
</context>
<context>
    <name>PlanDelegate</name>
    <message>
        <source>(để trống)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Phát sinh</source>
        <translation>Arisen</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Chung</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Các phần thông tin kế hoạch</source>
        <translation>Parts of the plan&apos;s particulars</translation>
    </message>
    <message>
        <source>Căn cứ, nơi nhận</source>
        <translation>Legal bases, recipients</translation>
    </message>
    <message>
        <source>Phụ lục</source>
        <translation>Appendix</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
</context>
<context>
    <name>PlanFormDialog</name>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Thông tin kế hoạch</source>
        <translation>Particulars of the plan</translation>
    </message>
</context>
<context>
    <name>PlanGroups</name>
    <message numerus="yes">
        <source>%n hoạt động</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nội dung thành phần</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
    <message>
        <source>(chưa có cơ quan chủ trì)</source>
        <translation>(no lead agency yet)</translation>
    </message>
    <message>
        <source>Chưa xác định thời hạn</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>Tháng {:02d}/{:04d}</source>
        <translation>{:02d}/{:04d}</translation>
    </message>
    <message>
        <source>Thường xuyên</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>{} cần xác định ngày</source>
        <translation>{} need a date</translation>
    </message>
    <message>
        <source>{}, chưa lưu được</source>
        <translation>{}, not saved</translation>
    </message>
</context>
<context>
    <name>PlanMenu</name>
    <message>
        <source>Chuyển lên</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Chuyển xuống</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Cắt</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Dán</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Dán nhiệm vụ vào lĩnh vực</source>
        <translation>Paste tasks into the reform area</translation>
    </message>
    <message>
        <source>Ghi kết quả…</source>
        <translation>Record result…</translation>
    </message>
    <message>
        <source>Hạ một cấp</source>
        <translation>One level lower</translation>
    </message>
    <message>
        <source>Mở tất cả lĩnh vực</source>
        <translation>Open all reform areas</translation>
    </message>
    <message>
        <source>Nâng một cấp</source>
        <translation>One level higher</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Sửa hàng loạt…</source>
        <translation>Bulk edit…</translation>
    </message>
    <message>
        <source>Sửa tên lĩnh vực</source>
        <translation>Edit the name of the reform area</translation>
    </message>
    <message>
        <source>Sửa ô</source>
        <translation>Edit cell</translation>
    </message>
    <message>
        <source>Thu gọn tất cả lĩnh vực</source>
        <translation>Close all reform areas</translation>
    </message>
    <message>
        <source>Thêm nhiệm vụ</source>
        <translation>Add task</translation>
    </message>
    <message>
        <source>Thêm nhiệm vụ phía dưới</source>
        <translation>Add task below</translation>
    </message>
    <message>
        <source>Thêm nhiệm vụ vào lĩnh vực</source>
        <translation>Add task to the reform area</translation>
    </message>
    <message>
        <source>Thêm nội dung thành phần</source>
        <translation>Add component</translation>
    </message>
    <message>
        <source>Xóa lĩnh vực</source>
        <translation>Delete reform area</translation>
    </message>
    <message>
        <source>Xóa nhiệm vụ</source>
        <translation>Delete task</translation>
    </message>
    <message>
        <source>Xóa nội dung ô</source>
        <translation>Clear cell</translation>
    </message>
    <message>
        <source>Điền xuống dưới</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>Đôn đốc…</source>
        <translation>Remind…</translation>
    </message>
</context>
<context>
    <name>PlanPasting</name>
    <message>
        <source>Cột “{}” của nhiệm vụ này không nhập được nên chưa dán.</source>
        <translation>The column “{}” of this task cannot be typed into, so nothing was pasted.</translation>
    </message>
    <message>
        <source>Vùng dán có {} cột nhưng từ ô đang chọn chỉ còn {} cột nhập được. Chọn ô ở bên trái hơn hoặc hiện thêm cột rồi dán lại.</source>
        <translation>The pasted block has {} columns, but from the selected cell on only {} can be typed into. Choose a cell further left or show more columns, then paste again.</translation>
    </message>
    <message>
        <source>Vùng dán có {} dòng kết quả nhưng từ ô đang chọn chỉ còn {} nhiệm vụ liền nhau. Ở kiểu xem Bảng, kết quả dán được qua nhiều lĩnh vực.</source>
        <translation>{} rows of results were copied, but only {} tasks follow from the chosen cell. In the table, results can be pasted across areas.</translation>
    </message>
    <message>
        <source>Vùng dán có {} dòng mới, nhiều hơn {} dòng cho một lần dán.</source>
        <translation>The pasted block has {} new rows, more than {} rows in one go.</translation>
    </message>
    <message>
        <source>Vùng dán có {} dòng nằm ngoài danh sách. Xem kế hoạch theo cây, hoặc bảng theo thứ tự TT, để dán thêm nhiệm vụ mới.</source>
        <translation>The pasted block has {} rows beyond the list. View the plan as a tree, or as a table in the order of numbers, to paste new tasks too.</translation>
    </message>
    <message>
        <source>Vùng nhớ tạm không có nội dung để dán.</source>
        <translation>There is nothing to paste on the clipboard.</translation>
    </message>
</context>
<context>
    <name>PlanPlaces</name>
    <message>
        <source>Chỉ chuyển cùng lúc được các nhiệm vụ cùng cấp trong một lĩnh vực.</source>
        <translation>Only tasks of one level in one reform area can be moved together.</translation>
    </message>
    <message>
        <source>Chọn nhiệm vụ cần chuyển trước.</source>
        <translation>Choose the task to move first.</translation>
    </message>
    <message>
        <source>Không hạ cấp được: phía trên không có nhiệm vụ cùng cấp để nhận làm nội dung thành phần.</source>
        <translation>It cannot go lower: above it stands no task of the same level that could take it as a component.</translation>
    </message>
    <message>
        <source>Không thể chuyển một nhiệm vụ vào chính nội dung thành phần của nó.</source>
        <translation>A task cannot be moved into a component of its own.</translation>
    </message>
    <message>
        <source>Lĩnh vực chỉ chuyển lên hoặc xuống được.</source>
        <translation>An area can only be moved up or down.</translation>
    </message>
    <message>
        <source>Lĩnh vực đã đứng cuối, không chuyển xuống được nữa.</source>
        <translation>The area is the last one already and cannot move down.</translation>
    </message>
    <message>
        <source>Lĩnh vực đã đứng đầu, không chuyển lên được nữa.</source>
        <translation>The area is the first one already and cannot move up.</translation>
    </message>
    <message>
        <source>Nhiệm vụ đã đứng cuối, không chuyển xuống được nữa.</source>
        <translation>The task stands last already and cannot be moved down.</translation>
    </message>
    <message>
        <source>Nhiệm vụ đã đứng đầu, không chuyển lên được nữa.</source>
        <translation>The task stands first already and cannot be moved up.</translation>
    </message>
    <message>
        <source>Nhiệm vụ đã ở cấp cao nhất trong lĩnh vực.</source>
        <translation>The task is on the highest level of its reform area already.</translation>
    </message>
    <message>
        <source>Nhiệm vụ đã ở vị trí này.</source>
        <translation>The task is there already.</translation>
    </message>
</context>
<context>
    <name>PlanResults</name>
    <message>
        <source>Cập nhật cho kỳ: {}</source>
        <translation>Update for the period: {}</translation>
    </message>
    <message>
        <source>Mốc {}</source>
        <translation>Milestone {}</translation>
    </message>
    <message>
        <source>Mốc {}, {}</source>
        <translation>Milestone {}, {}</translation>
    </message>
    <message>
        <source>{} hoàn thành</source>
        <translation>{} completed</translation>
    </message>
    <message>
        <source>{} quá hạn</source>
        <translation>{} overdue</translation>
    </message>
</context>
<context>
    <name>PlanRows</name>
    <message>
        <source>Chưa lưu được</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>để trống</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>PlanTableView</name>
    <message>
        <source>Bảng nhiệm vụ</source>
        <translation>Table of tasks</translation>
    </message>
</context>
<context>
    <name>PlanTreeView</name>
    <message>
        <source>Cây nhiệm vụ theo lĩnh vực</source>
        <translation>Tree of tasks by reform area</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Chỉ chuyển được khi xem theo cây, hoặc bảng đang sắp xếp theo TT.</source>
        <translation>Tasks can be moved only in the tree, or in the table sorted by number.</translation>
    </message>
    <message>
        <source>Chọn các nhiệm vụ cần sửa trước.</source>
        <translation>Choose the tasks to edit first.</translation>
    </message>
    <message>
        <source>Chọn nhiệm vụ cần xóa trước.</source>
        <translation>Choose the task to delete first.</translation>
    </message>
    <message>
        <source>Dữ liệu đang mở chỉ để xem nên không sửa được.</source>
        <translation>The data are open for viewing only and cannot be edited.</translation>
    </message>
    <message>
        <source>Không cắt được cả lĩnh vực. Chọn các nhiệm vụ cần cắt.</source>
        <translation>A whole reform area cannot be cut. Choose the tasks to cut.</translation>
    </message>
    <message>
        <source>Muốn xóa cả lĩnh vực, bấm chuột phải vào dòng rồi chọn Xóa lĩnh vực.</source>
        <translation>To delete a whole area, right-click its row and choose Delete reform area.</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>6 tháng</source>
        <translation>Six months</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Cơ quan chủ trì</source>
        <translation>Lead agency</translation>
    </message>
    <message>
        <source>Cơ quan phối hợp</source>
        <translation>Coordinating agencies</translation>
    </message>
    <message>
        <source>Cơ quan theo dõi</source>
        <translation>Agency in charge</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Giai đoạn nhiều năm</source>
        <translation>Multi-year</translation>
    </message>
    <message>
        <source>Giữ số như ghi trong kế hoạch</source>
        <translation>Keep the numbers as written in the plan</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Kinh phí</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Liên tục trong cả kế hoạch (1, 2, 3…)</source>
        <translation>Continuous through the plan (1, 2, 3…)</translation>
    </message>
    <message>
        <source>Lại từ 1 trong mỗi lĩnh vực</source>
        <translation>From 1 again in each reform area</translation>
    </message>
    <message>
        <source>Mục tiêu</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>Mức chỉ tiêu</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Nhiệm vụ (cấp trên của hoạt động)</source>
        <translation>Task (above activities)</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Annual</translation>
    </message>
    <message>
        <source>Nội dung nhiệm vụ</source>
        <translation>Content of the task</translation>
    </message>
    <message>
        <source>Sản phẩm, kết quả</source>
        <translation>Product, result</translation>
    </message>
    <message>
        <source>Số thứ tự</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Số và tên trong một ô gộp</source>
        <translation>Number and name in one merged cell</translation>
    </message>
    <message>
        <source>Số ở cột TT, tên ở các cột sau</source>
        <translation>Number in the column TT, name in the columns behind</translation>
    </message>
    <message>
        <source>Theo cấp (I.1, I.2, II.1…)</source>
        <translation>By level (I.1, I.2, II.1…)</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Đơn vị tính</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>PlansChoice</name>
    <message>
        <source>Chỉ kế hoạch đang mở</source>
        <translation>Only the open plan</translation>
    </message>
    <message>
        <source>Kế hoạch trong báo cáo</source>
        <translation>Plans in the report</translation>
    </message>
    <message>
        <source>Kế hoạch trong báo cáo: {}</source>
        <translation>Plans in the report: {}</translation>
    </message>
    <message>
        <source>{} kế hoạch</source>
        <translation>{} plans</translation>
    </message>
</context>
<context>
    <name>PlansDesk</name>
    <message>
        <source>Chưa lưu được.</source>
        <translation>Not saved.</translation>
    </message>
    <message>
        <source>Đã ban hành kế hoạch.</source>
        <translation>Issued the plan.</translation>
    </message>
    <message>
        <source>Đã kết thúc kế hoạch.</source>
        <translation>Closed the plan.</translation>
    </message>
    <message>
        <source>Đã lưu kế hoạch làm mẫu.</source>
        <translation>Saved the plan as a template.</translation>
    </message>
    <message>
        <source>Đã lưu thông tin kế hoạch.</source>
        <translation>Saved the particulars of the plan.</translation>
    </message>
    <message>
        <source>Đã lấy {} nhiệm vụ từ kế hoạch cấp trên.</source>
        <translation>Tasks taken over from the superior plan: {}.</translation>
    </message>
    <message>
        <source>Đã mở lại kế hoạch.</source>
        <translation>Reopened the plan.</translation>
    </message>
    <message>
        <source>Đã tạo kế hoạch “{}”.</source>
        <translation>Made the plan “{}”.</translation>
    </message>
    <message>
        <source>Đã xóa mẫu “{}”.</source>
        <translation>Deleted the template “{}”.</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Bản sao lưu lúc</source>
        <translation>Backup of</translation>
    </message>
    <message>
        <source>Dữ liệu hiện nay được sao lưu trước khi khôi phục; hoàn tác được.</source>
        <translation>The present data are backed up before the restore; it can be undone.</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Khôi phục từ bản sao lưu</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Kế hoạch hiện nay và trong bản sao lưu</source>
        <translation>The plans now and in the backup</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Về danh sách bản sao lưu</source>
        <translation>Back to the list of backups</translation>
    </message>
    <message>
        <source>không rõ</source>
        <translation>unknown</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>/ {} trang</source>
        <translation>/ {} pages</translation>
    </message>
    <message>
        <source>Cỡ xem</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Phóng to (Ctrl + +)</source>
        <translation>Zoom in (Ctrl + +)</translation>
    </message>
    <message>
        <source>Thu nhỏ (Ctrl + -)</source>
        <translation>Zoom out (Ctrl + -)</translation>
    </message>
    <message>
        <source>Trang sau (Ctrl + PageDown)</source>
        <translation>Next page (Ctrl + PageDown)</translation>
    </message>
    <message>
        <source>Trang số</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>Trang trước (Ctrl + PageUp)</source>
        <translation>Previous page (Ctrl + PageUp)</translation>
    </message>
    <message>
        <source>Vừa chiều rộng</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Chưa có đề xuất nào cho năm này. Hãy thêm từng ngày theo thông báo nghỉ lễ, Tết.</source>
        <translation>There are no proposals for this year. Add each day by the notice on public holidays and Tết.</translation>
    </message>
    <message>
        <source>Mọi ngày được đề xuất đã có trong lịch.</source>
        <translation>All proposed days are in the calendar already.</translation>
    </message>
    <message>
        <source>Ngày nghỉ lễ năm {}</source>
        <translation>Public holidays of {}</translation>
    </message>
    <message>
        <source>Ngày được đề xuất</source>
        <translation>Proposed days</translation>
    </message>
    <message>
        <source>Thêm vào lịch</source>
        <translation>Add to calendar</translation>
    </message>
    <message>
        <source>{} (ngày đi làm)</source>
        <translation>{} (working day)</translation>
    </message>
    <message>
        <source>Đây là đề xuất tính theo quy định chung. Đối chiếu với thông báo nghỉ lễ, Tết của năm rồi bỏ chọn những ngày không đúng; ngày hoán đổi nào còn thiếu thì thêm bằng tay.</source>
        <translation>These are proposals by the general rules. Compare them with the year&apos;s notice on public holidays and Tết and clear the days that are wrong; add missing swapped days by hand.</translation>
    </message>
    <message>
        <source>Đã chọn {} ngày.</source>
        <translation>Days chosen: {}.</translation>
    </message>
</context>
<context>
    <name>ProvingPane</name>
    <message>
        <source>Chọn kết quả ở danh sách bên trái để gắn tài liệu.</source>
        <translation>Choose results in the list at the left to attach documents.</translation>
    </message>
    <message>
        <source>Gắn tài liệu</source>
        <translation>Attach documents</translation>
    </message>
    <message>
        <source>Đã chọn {} kết quả.</source>
        <translation>Results selected: {}.</translation>
    </message>
</context>
<context>
    <name>PurgeDialog</name>
    <message>
        <source>Bản sao lưu làm trước đây có thể còn giữ nội dung này. Xóa xong, chương trình cho biết đó là những bản nào.</source>
        <translation>Earlier backups may still hold this content. After the deletion you are told which ones.</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Sẽ mất và không hoàn tác được:
•  nội dung trên, mọi phần nằm trong đó và tài liệu kèm theo;
•  nội dung của các phần này trong nhật ký, trước và sau mỗi lần sửa;
•  các phần này trong kết quả tìm kiếm.</source>
        <translation>What is lost and cannot be undone:
•  the content above, all parts inside it and its documents;
•  the words of these parts in the history, before and after each change;
•  these parts in search results.</translation>
    </message>
    <message>
        <source>Xóa hẳn</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>Xóa hẳn {}?</source>
        <translation>Delete {} for good?</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Cả nhiệm vụ đã ghi không còn thực hiện: {}. Thực hiện trở lại bằng “Không còn thực hiện…”.</source>
        <translation>The whole task was recorded as dropped: {}. Take it up again with “Drop…”.</translation>
    </message>
    <message>
        <source>Cần chọn tiến độ.</source>
        <translation>The progress is needed.</translation>
    </message>
    <message>
        <source>Cần ghi nội dung cập nhật.</source>
        <translation>The words of the update are needed.</translation>
    </message>
    <message>
        <source>Của</source>
        <translation>Given by</translation>
    </message>
    <message>
        <source>Ghi kết quả</source>
        <translation>Record result</translation>
    </message>
    <message>
        <source>Ghi xong chuyển sang việc kế tiếp</source>
        <translation>Go to the next task after recording</translation>
    </message>
    <message>
        <source>Ghi {} kết quả</source>
        <translation>Record {} results</translation>
    </message>
    <message>
        <source>Kết quả chung</source>
        <translation>Joint result</translation>
    </message>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Reporting period</translation>
    </message>
    <message>
        <source>Mốc</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>chưa trả lời</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>Đã ghi không còn thực hiện: {}. Chọn tiến độ để thực hiện trở lại.</source>
        <translation>Marked as dropped: {}. Choose the progress to resume.</translation>
    </message>
    <message>
        <source>đã trả lời</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>“{}”. Giữ làm nội dung cập nhật kỳ “{}”.</source>
        <translation>“{}”. Kept as the update of the period “{}”.</translation>
    </message>
</context>
<context>
    <name>RecordDraft</name>
    <message>
        <source>Cập nhật {}</source>
        <translation>Update {}</translation>
    </message>
    <message>
        <source>Khi ghi kết quả hạn là {}, nay là {}. Tính là đúng hạn hay quá hạn?</source>
        <translation>When the result was recorded the due date was {}, now it is {}. Count it as in time or overdue?</translation>
    </message>
    <message>
        <source>Quá hạn {} ngày</source>
        <translation>Overdue by {} day(s)</translation>
    </message>
    <message>
        <source>chưa cập nhật</source>
        <translation>not updated</translation>
    </message>
    <message>
        <source>Đúng hạn</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>Đúng hạn, sớm {} ngày</source>
        <translation>In time, {} day(s) early</translation>
    </message>
    <message>
        <source>đã cập nhật</source>
        <translation>updated</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày; nhập như 01/07/2025.</source>
        <translation>“{}” is not a date; type it like 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>RecordingDesk</name>
    <message>
        <source>Các nhiệm vụ đã chọn không còn việc nào phải đôn đốc.</source>
        <translation>The selected tasks have nothing left to send reminders for.</translation>
    </message>
    <message>
        <source>Dữ liệu đang mở chỉ để xem nên không ghi được.</source>
        <translation>The data are open for viewing only, so nothing can be recorded.</translation>
    </message>
    <message>
        <source>Không có kết quả nào của mốc không còn cần xử lý.</source>
        <translation>There are no results of removed milestones to settle.</translation>
    </message>
    <message>
        <source>Nhiệm vụ chưa xác định thời hạn nên không có hạn để gia hạn.</source>
        <translation>The task is undated, so there is no due date to extend.</translation>
    </message>
    <message>
        <source>Đã ghi cập nhật “{}”.</source>
        <translation>Recorded the update “{}”.</translation>
    </message>
    <message>
        <source>Đã ghi kết quả {} mốc.</source>
        <translation>Milestones with results recorded: {}.</translation>
    </message>
    <message>
        <source>Đã ghi kết quả “{}”.</source>
        <translation>Recorded the result “{}”.</translation>
    </message>
    <message>
        <source>Đã ghi đôn đốc {} nhiệm vụ.</source>
        <translation>Tasks with reminders recorded: {}.</translation>
    </message>
    <message>
        <source>Đã ghi đến việc cuối của danh sách.</source>
        <translation>Recorded up to the last task of the list.</translation>
    </message>
    <message>
        <source>Đã gia hạn “{}”.</source>
        <translation>Extended “{}”.</translation>
    </message>
    <message>
        <source>Đã xử lý {} kết quả của mốc không còn.</source>
        <translation>Results of removed milestones settled: {}.</translation>
    </message>
</context>
<context>
    <name>RegistryLine</name>
    <message>
        <source>Ghi</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Không ghi tài liệu này</source>
        <translation>Do not enter this document</translation>
    </message>
    <message>
        <source>Mật</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Ngày văn bản</source>
        <translation>Date of the document</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Số, ký hiệu, ví dụ 15/BC-UBND</source>
        <translation>Number, for example 15/BC-UBND</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Hôm nay: {}</source>
        <translation>Today: {}</translation>
    </message>
    <message>
        <source>Kỳ báo cáo tới</source>
        <translation>Next reporting period</translation>
    </message>
    <message>
        <source>còn {} ngày</source>
        <translation>{} day(s) left</translation>
    </message>
    <message>
        <source>ngày nữa</source>
        <translation>days left</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Báo “Còn n ngày” khi còn {} ngày. Nhiệm vụ định kỳ quá hạn {} ngày sau khi hết kỳ. {}</source>
        <translation>“n days left” is shown from {} day(s). Recurring tasks are overdue {} day(s) after the end of the period. {}</translation>
    </message>
    <message>
        <source>Chỉ nhiệm vụ thường xuyên báo “Chờ cập nhật kỳ này”.</source>
        <translation>Only standing tasks show “Update due this period”.</translation>
    </message>
    <message>
        <source>Chốt số liệu</source>
        <translation>Lock figures</translation>
    </message>
    <message>
        <source>Các đơn vị gửi</source>
        <translation>Units hand in</translation>
    </message>
    <message>
        <source>Có</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Gửi cấp trên</source>
        <translation>Send to superior</translation>
    </message>
    <message>
        <source>Khi có yêu cầu</source>
        <translation>On request</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Nhiệm vụ khác báo “Chờ cập nhật” {} ngày trước ngày các đơn vị gửi.</source>
        <translation>Other tasks show “Update due” {} day(s) before the units hand in.</translation>
    </message>
    <message>
        <source>Như lúc chốt</source>
        <translation>As when locked</translation>
    </message>
    <message>
        <source>Số liệu từ</source>
        <translation>Figures from</translation>
    </message>
    <message>
        <source>Số liệu đến</source>
        <translation>Figures to</translation>
    </message>
    <message>
        <source>Trình ký</source>
        <translation>For signature</translation>
    </message>
    <message>
        <source>Ví dụ: {}: số liệu {}; {}.</source>
        <translation>Example: {}: figures {}; {}.</translation>
    </message>
    <message>
        <source>hôm nay: {}</source>
        <translation>today: {}</translation>
    </message>
    <message>
        <source>ngày</source>
        <translation>day</translation>
    </message>
    <message>
        <source>ngày {}</source>
        <translation>day {}</translation>
    </message>
    <message>
        <source>sau {} tháng</source>
        <translation>{} month(s) after</translation>
    </message>
    <message>
        <source>tháng cuối kỳ</source>
        <translation>last month of the period</translation>
    </message>
    <message>
        <source>trước {} tháng</source>
        <translation>{} month(s) before</translation>
    </message>
    <message>
        <source>{} (ngày đặt riêng)</source>
        <translation>{} (own dates)</translation>
    </message>
    <message>
        <source>{} ngày: {}</source>
        <translation>{} day(s): {}</translation>
    </message>
    <message>
        <source>{}: ngày</source>
        <translation>{}: day</translation>
    </message>
    <message>
        <source>{}: tháng</source>
        <translation>{}: month</translation>
    </message>
    <message>
        <source>Đang mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đã chốt {}</source>
        <translation>Locked {}</translation>
    </message>
    <message>
        <source>Đã qua</source>
        <translation>Past</translation>
    </message>
</context>
<context>
    <name>ReportingDesk</name>
    <message>
        <source>Kỳ “{}” theo lại ngày của quy tắc.</source>
        <translation>The period “{}” follows the dates of the rule again.</translation>
    </message>
    <message>
        <source>Đã chốt số liệu kỳ “{}”.</source>
        <translation>Locked the figures of the period “{}”.</translation>
    </message>
    <message>
        <source>Đã lấy lại quy tắc mặc định của các kỳ báo cáo.</source>
        <translation>The usual rules of the reporting periods hold again.</translation>
    </message>
    <message>
        <source>Đã sửa các ngày của kỳ “{}”.</source>
        <translation>Corrected the dates of the period “{}”.</translation>
    </message>
    <message>
        <source>Đã sửa quy tắc kỳ báo cáo.</source>
        <translation>Changed the rule of the reporting period.</translation>
    </message>
    <message>
        <source>Đã sửa số ngày nhắc hạn.</source>
        <translation>Changed the days of reminders.</translation>
    </message>
    <message>
        <source>Đã thêm kỳ báo cáo đột xuất.</source>
        <translation>Added the special reporting period.</translation>
    </message>
    <message>
        <source>Đã xóa kỳ “{}”.</source>
        <translation>Deleted the period “{}”.</translation>
    </message>
</context>
<context>
    <name>ReportingPage</name>
    <message>
        <source>Chốt số liệu…</source>
        <translation>Lock figures…</translation>
    </message>
    <message>
        <source>Các kỳ báo cáo</source>
        <translation>Reporting periods</translation>
    </message>
    <message>
        <source>Cả kỳ tháng và 9 tháng</source>
        <translation>Monthly and nine-month periods too</translation>
    </message>
    <message>
        <source>Hoàn tác việc chốt thì kỳ mở lại.</source>
        <translation>Undoing the locking reopens the period.</translation>
    </message>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Reporting periods</translation>
    </message>
    <message>
        <source>Lấy lại quy tắc mặc định</source>
        <translation>Use usual rules again</translation>
    </message>
    <message>
        <source>Ngày của từng kỳ được tính theo các quy tắc dưới đây, kể từ tháng cuối của kỳ.</source>
        <translation>The dates of each period follow the rules below, counted from its last month.</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Quy tắc</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Quy tắc kỳ báo cáo</source>
        <translation>Rules of the reporting periods</translation>
    </message>
    <message>
        <source>Số liệu hiện nay như lúc chốt.</source>
        <translation>The figures are as when locked.</translation>
    </message>
    <message>
        <source>Số liệu đã chốt và hiện nay</source>
        <translation>Figures when locked and now</translation>
    </message>
    <message>
        <source>Sửa các ngày…</source>
        <translation>Correct dates…</translation>
    </message>
    <message>
        <source>Sửa quy tắc…</source>
        <translation>Change rule…</translation>
    </message>
    <message>
        <source>Sửa số ngày…</source>
        <translation>Change days…</translation>
    </message>
    <message>
        <source>Thêm kỳ đột xuất…</source>
        <translation>Add special period…</translation>
    </message>
    <message>
        <source>Về ngày theo quy tắc</source>
        <translation>Dates by the rule again</translation>
    </message>
    <message>
        <source>Xóa kỳ</source>
        <translation>Delete period</translation>
    </message>
    <message>
        <source>{} số khác so với lúc chốt.</source>
        <translation>Figures that differ from when locked: {}.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ReportsDesk</name>
    <message>
        <source>Chưa có kế hoạch nào để lập văn bản.</source>
        <translation>There is no plan to make papers from.</translation>
    </message>
    <message>
        <source>Không lập được bản xem trước.</source>
        <translation>The preview could not be made.</translation>
    </message>
    <message>
        <source>Kế hoạch này chưa có nhiệm vụ, chỉ tiêu nào để lập văn bản.</source>
        <translation>This plan has no tasks or indicators to make papers from.</translation>
    </message>
    <message>
        <source>Đang lập bản xem trước…</source>
        <translation>Making the preview…</translation>
    </message>
    <message>
        <source>Đã dừng, chưa lập bản xem trước.</source>
        <translation>Stopped, no preview was made.</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Không có chỗ nào cần xem lại.</source>
        <translation>Nothing needs a look.</translation>
    </message>
    <message>
        <source>Mở màn hình Kế hoạch</source>
        <translation>Open the plan</translation>
    </message>
    <message>
        <source>Trước khi in</source>
        <translation>Before printing</translation>
    </message>
    <message>
        <source>Văn bản cần lập</source>
        <translation>Paper to make</translation>
    </message>
    <message>
        <source>{} chỗ nên xem lại; vẫn xuất và in được.</source>
        <translation>{} places are worth a look; you can print all the same.</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>ResultForm</name>
    <message>
        <source>Ghi kết quả khi hoàn thành</source>
        <translation>Record the result on completion</translation>
    </message>
    <message>
        <source>Khó khăn,
vướng mắc</source>
        <translation>Difficulties,
obstacles</translation>
    </message>
    <message>
        <source>Khó khăn, vướng mắc</source>
        <translation>Difficulties, obstacles</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Ngày hoàn thành</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>Nội dung cập nhật</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Sản phẩm</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Thêm khó khăn, vướng mắc</source>
        <translation>Add difficulties, obstacles</translation>
    </message>
    <message>
        <source>Thêm sản phẩm, khó khăn, vướng mắc</source>
        <translation>Add product, difficulties, obstacles</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Tiến độ đã ghi</source>
        <translation>Recorded progress</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>ResultOffers</name>
    <message>
        <source>Bỏ qua</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Ghi cả {} kết quả</source>
        <translation>Record all {} results</translation>
    </message>
    <message>
        <source>Ghi vào nhiệm vụ đó</source>
        <translation>Record at that task</translation>
    </message>
    <message>
        <source>Kết quả này thuộc “{}” của “{}”.</source>
        <translation>This result belongs to “{}” of “{}”.</translation>
    </message>
    <message>
        <source>Sẽ ghi: {}</source>
        <translation>Will be recorded: {}</translation>
    </message>
    <message>
        <source>{} kết quả vừa ghi thuộc nhiệm vụ của “{}”.</source>
        <translation>Results just recorded: {}; they belong to tasks of “{}”.</translation>
    </message>
    <message>
        <source>Đã bỏ qua.</source>
        <translation>Dismissed.</translation>
    </message>
    <message>
        <source>Đã ghi kết quả vào “{}”.</source>
        <translation>Recorded the result at “{}”.</translation>
    </message>
</context>
<context>
    <name>ResultsChart</name>
    <message>
        <source>Kết quả qua các kỳ</source>
        <translation>Results by period</translation>
    </message>
</context>
<context>
    <name>RowDragger</name>
    <message>
        <source>Chỉ kéo thả được nhiệm vụ của kế hoạch đang mở.</source>
        <translation>Only tasks of the open plan can be dragged here.</translation>
    </message>
    <message>
        <source>{} nhiệm vụ</source>
        <translation>{} tasks</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Hiện lại lưu ý: {}</source>
        <translation>Show the note again: {}</translation>
    </message>
</context>
<context>
    <name>RowsDialog</name>
    <message>
        <source>Xem trong kế hoạch</source>
        <translation>Show in plan</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>Bỏ mốc này</source>
        <translation>Remove this rule</translation>
    </message>
    <message>
        <source>Chờ</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>Các tháng</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Loại thời hạn</source>
        <translation>Kind of deadline</translation>
    </message>
    <message>
        <source>Mỗi</source>
        <translation>Every</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày hạn chót</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Trong các tháng</source>
        <translation>In the months</translation>
    </message>
    <message>
        <source>Trước ngày này</source>
        <translation>Before this day</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Vào ngày</source>
        <translation>On day</translation>
    </message>
    <message>
        <source>ngày cuối tháng</source>
        <translation>last day of the month</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>ví dụ: 3, 6, 9, 12</source>
        <translation>for example: 3, 6, 9, 12</translation>
    </message>
    <message>
        <source>văn bản, sự kiện</source>
        <translation>document, event</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Các đơn vị phải cập nhật từng nhiệm vụ cho kỳ này</source>
        <translation>Units have to update each task for this period</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ngày cuối của số liệu trước ngày đầu.</source>
        <translation>The last day of the figures is before the first day.</translation>
    </message>
    <message>
        <source>Sửa quy tắc kỳ báo cáo</source>
        <translation>Change the rule of the reporting period</translation>
    </message>
    <message>
        <source>Tháng được tính từ tháng cuối của kỳ. Ngày mà tháng không có là ngày cuối tháng.</source>
        <translation>Months are counted from the last month of the period. A day that a month does not have is its last day.</translation>
    </message>
    <message>
        <source>“{}” cần một ngày từ 1 đến 31.</source>
        <translation>“{}” needs a day from 1 to 31.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>6 tháng</source>
        <translation>6 months</translation>
    </message>
    <message>
        <source>9 tháng</source>
        <translation>9 months</translation>
    </message>
    <message>
        <source>Chưa có ngày hạn chót.</source>
        <translation>The last day is missing.</translation>
    </message>
    <message>
        <source>Chưa có đủ ngày bắt đầu và ngày kết thúc.</source>
        <translation>The first and the last day are needed.</translation>
    </message>
    <message>
        <source>Chờ văn bản</source>
        <translation>Waiting for a document</translation>
    </message>
    <message>
        <source>Hạn chót</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Khoảng thời gian</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Ngày kết thúc đứng trước ngày bắt đầu.</source>
        <translation>The last day is before the first day.</translation>
    </message>
    <message>
        <source>Ngày trong tháng ghi bằng số từ 1 đến 31.</source>
        <translation>The day of the month is a number from 1 to 31.</translation>
    </message>
    <message>
        <source>Tháng ghi bằng số từ 1 đến 12, cách nhau bằng dấu phẩy.</source>
        <translation>Months are numbers from 1 to 12, separated by commas.</translation>
    </message>
    <message>
        <source>Thường xuyên</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>năm</source>
        <translation>year</translation>
    </message>
    <message>
        <source>quý</source>
        <translation>quarter</translation>
    </message>
    <message>
        <source>tháng</source>
        <translation>month</translation>
    </message>
    <message>
        <source>Định kỳ</source>
        <translation>Recurring</translation>
    </message>
    <message>
        <source>“{}” không phải là ngày. Ghi ngày/tháng/năm.</source>
        <translation>“{}” is not a date. Type day/month/year.</translation>
    </message>
</context>
<context>
    <name>SalvageResult</name>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>Dùng dữ liệu đã cứu</source>
        <translation>Use the rescued data</translation>
    </message>
    <message>
        <source>Dữ liệu khác</source>
        <translation>Other data</translation>
    </message>
    <message>
        <source>Không thấy dòng nào bị mất.</source>
        <translation>No row seems to be lost.</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>Kết quả cứu dữ liệu</source>
        <translation>Result of the rescue</translation>
    </message>
    <message>
        <source>Loại dữ liệu</source>
        <translation>Kind of data</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Reform areas</translation>
    </message>
    <message>
        <source>Mất (ước tính)</source>
        <translation>Lost (estimate)</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Thao tác trong nhật ký</source>
        <translation>Operations in the history</translation>
    </message>
    <message>
        <source>Thay đổi trong nhật ký</source>
        <translation>Changes in the history</translation>
    </message>
    <message>
        <source>Thiết lập của đơn vị</source>
        <translation>Settings of the office</translation>
    </message>
    <message>
        <source>Đã đọc lại được {} dòng. {}</source>
        <translation>Rows read again: {}. {}</translation>
    </message>
    <message>
        <source>Đọc được</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Ước tính mất {} dòng.</source>
        <translation>Estimated rows lost: {}.</translation>
    </message>
</context>
<context>
    <name>SamplePages</name>
    <message>
        <source>Trang xem trước</source>
        <translation>Preview pages</translation>
    </message>
    <message>
        <source>Trang {}</source>
        <translation>Page {}</translation>
    </message>
</context>
<context>
    <name>SaveLine</name>
    <message>
        <source>Lưu thông tin đơn vị</source>
        <translation>Save the particulars of the office</translation>
    </message>
    <message>
        <source>Đã lưu thông tin đơn vị.</source>
        <translation>Saved the particulars of the office.</translation>
    </message>
</context>
<context>
    <name>SavePoint</name>
    <message>
        <source>Dữ liệu đã được lưu tự động; chưa có thay đổi nào sau điểm sao lưu gần nhất.</source>
        <translation>The data are saved automatically; nothing has changed since the last save point.</translation>
    </message>
    <message>
        <source>Dữ liệu đã được lưu tự động; đã tạo điểm sao lưu lúc {}.</source>
        <translation>The data are saved automatically; made a save point at {}.</translation>
    </message>
    <message>
        <source>Đang tạo điểm sao lưu…</source>
        <translation>Making a save point…</translation>
    </message>
</context>
<context>
    <name>SaveTemplateDialog</name>
    <message>
        <source>Cần nhập tên mẫu.</source>
        <translation>The template needs a name.</translation>
    </message>
    <message>
        <source>Lưu kế hoạch làm mẫu</source>
        <translation>Save the plan as a template</translation>
    </message>
    <message>
        <source>Lưu mẫu</source>
        <translation>Save template</translation>
    </message>
    <message>
        <source>Mẫu giữ các lĩnh vực, nhiệm vụ, chỉ tiêu và mẫu phụ lục; không giữ số, ngày văn bản, kết quả.</source>
        <translation>A template keeps reform areas, tasks, indicators and the form of the appendix; not numbers, dates of documents or results.</translation>
    </message>
    <message>
        <source>Tên mẫu</source>
        <translation>Name of the template</translation>
    </message>
    <message>
        <source>Đã có mẫu “{}”; lưu sẽ thay mẫu đó. Có thể hoàn tác.</source>
        <translation>There is a template “{}” already; saving replaces it. It can be undone.</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>Chưa có mốc nào. Hãy thêm một mốc thời hạn.</source>
        <translation>There is no rule yet. Please add one.</translation>
    </message>
    <message>
        <source>Các mốc trong thời gian của kế hoạch: {}</source>
        <translation>Dates in the period of the plan: {}</translation>
    </message>
    <message>
        <source>Dùng lại cách đọc của chương trình</source>
        <translation>Use the program&apos;s reading again</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Không có mốc nào trong thời gian của kế hoạch.</source>
        <translation>No date in the period of the plan.</translation>
    </message>
    <message>
        <source>Không có ngày đến hạn nào trong thời gian của kế hoạch.</source>
        <translation>No due date in the period of the plan.</translation>
    </message>
    <message>
        <source>Sửa thời hạn xác định</source>
        <translation>Correct the reading of the deadline</translation>
    </message>
    <message>
        <source>Thêm mốc thời hạn</source>
        <translation>Add rule</translation>
    </message>
    <message>
        <source>Thời hạn để trống</source>
        <translation>The deadline is empty</translation>
    </message>
    <message>
        <source>Áp dụng</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>“{}”</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>Đã lưu tên người nhập liệu.</source>
        <translation>Saved the name of the person who types.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>SettingsParts</name>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Ngày nghỉ</source>
        <translation>Days off</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Thể thức văn bản</source>
        <translation>Layout of papers</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Office</translation>
    </message>
</context>
<context>
    <name>SheetPane</name>
    <message>
        <source>Biểu mẫu như trên giấy</source>
        <translation>The form as on paper</translation>
    </message>
    <message>
        <source>Bảng của biểu mẫu</source>
        <translation>Tables of the form</translation>
    </message>
    <message>
        <source>Enter: chọn nguồn cho ô.</source>
        <translation>Enter: choose a source for the cell.</translation>
    </message>
</context>
<context>
    <name>ShownDialog</name>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SignerList</name>
    <message>
        <source>Thêm người ký</source>
        <translation>Add signer</translation>
    </message>
</context>
<context>
    <name>SignerRow</name>
    <message>
        <source>Bỏ người ký {}</source>
        <translation>Remove signer {}</translation>
    </message>
    <message>
        <source>Chuyển người ký {} lên</source>
        <translation>Move signer {} up</translation>
    </message>
    <message>
        <source>Chuyển người ký {} xuống</source>
        <translation>Move signer {} down</translation>
    </message>
    <message>
        <source>Chức vụ của người ký {}</source>
        <translation>Position of signer {}</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Họ và tên người ký {}</source>
        <translation>Full name of signer {}</translation>
    </message>
    <message>
        <source>KT. CHỦ TỊCH
PHÓ CHỦ TỊCH</source>
        <translation>KT. CHỦ TỊCH
PHÓ CHỦ TỊCH</translation>
    </message>
</context>
<context>
    <name>SlowOpening</name>
    <message>
        <source>Đang mở dữ liệu…</source>
        <translation>Opening the data…</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Kế hoạch trống, có sẵn các lĩnh vực</source>
        <translation>Empty plan with the reform areas in it</translation>
    </message>
    <message>
        <source>Kế hoạch đã có: chuyển sang kỳ mới</source>
        <translation>Existing plan: moved to a new period</translation>
    </message>
    <message>
        <source>Lập kế hoạch từ</source>
        <translation>Make the plan from</translation>
    </message>
    <message>
        <source>Mẫu của chương trình</source>
        <translation>Templates of the program</translation>
    </message>
    <message>
        <source>Mẫu của đơn vị</source>
        <translation>Templates of the office</translation>
    </message>
    <message>
        <source>Tự soạn</source>
        <translation>Written anew</translation>
    </message>
    <message>
        <source>{} · {} nhiệm vụ</source>
        <translation>{} · {} tasks</translation>
    </message>
</context>
<context>
    <name>SpecialDialog</name>
    <message>
        <source>Báo cáo đột xuất theo yêu cầu của thành phố</source>
        <translation>Báo cáo đột xuất theo yêu cầu của thành phố</translation>
    </message>
    <message>
        <source>Cần nhập đủ năm ngày.</source>
        <translation>All five dates are needed.</translation>
    </message>
    <message>
        <source>Ngày cuối của số liệu trước ngày đầu.</source>
        <translation>The last day of the figures is before the first day.</translation>
    </message>
    <message>
        <source>Số liệu từ ngày</source>
        <translation>Figures from</translation>
    </message>
    <message>
        <source>Số liệu đến ngày</source>
        <translation>Figures to</translation>
    </message>
    <message>
        <source>Thêm kỳ</source>
        <translation>Add period</translation>
    </message>
    <message>
        <source>Thêm kỳ báo cáo đột xuất</source>
        <translation>Add special reporting period</translation>
    </message>
    <message>
        <source>Tên kỳ</source>
        <translation>Name of the period</translation>
    </message>
    <message>
        <source>Tên kỳ báo cáo</source>
        <translation>Name of the reporting period</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>Chưa xác định thời hạn</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>Chưa đến hạn</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>Chờ cập nhật kỳ này</source>
        <translation>Update due this period</translation>
    </message>
    <message>
        <source>Chờ văn bản</source>
        <translation>Waiting for a document</translation>
    </message>
    <message>
        <source>Còn {days} ngày</source>
        <translation>{days} d left</translation>
    </message>
    <message>
        <source>Hoàn thành quá hạn</source>
        <translation>Completed late</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Không còn thực hiện</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Ngày mai</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Quá hạn {days} ngày</source>
        <translation>{days} d overdue</translation>
    </message>
    <message>
        <source>Thường xuyên, đã cập nhật</source>
        <translation>Standing, updated</translation>
    </message>
    <message>
        <source>Trước ngày theo dõi</source>
        <translation>Before tracking</translation>
    </message>
    <message>
        <source>Đang thực hiện</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Đã hoàn thành</source>
        <translation>Completed</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Anh/chị muốn bắt đầu từ đâu?</source>
        <translation>Where would you like to start?</translation>
    </message>
    <message>
        <source>Chương trình chạy hoàn toàn trên máy này, không cần mạng. Có thể đổi lựa chọn bất cứ lúc nào trong menu Tệp.</source>
        <translation>The program runs on this computer alone and needs no network. The choice can be changed at any time in the File menu.</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Khôi phục từ bản sao lưu…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>Mở dữ liệu mẫu</source>
        <translation>Open sample data</translation>
    </message>
    <message>
        <source>Mở một kế hoạch mẫu để làm quen. Xem xong có thể xóa, không ảnh hưởng đến dữ liệu của đơn vị.</source>
        <translation>Opens a sample plan to get acquainted. It can be deleted afterwards and does not touch the data of the office.</translation>
    </message>
    <message>
        <source>Nhập từ Word, Excel</source>
        <translation>Import from Word, Excel</translation>
    </message>
    <message>
        <source>Soạn từ đầu theo mẫu 6 tháng, năm hoặc giai đoạn, có sẵn các lĩnh vực cải cách hành chính; sửa được hết.</source>
        <translation>Write it from a template for six months, a year or several years, with the reform areas in it; everything can be changed.</translation>
    </message>
    <message>
        <source>Thông tin đơn vị</source>
        <translation>Particulars of the office</translation>
    </message>
    <message>
        <source>Tạo kế hoạch mới</source>
        <translation>Make a new plan</translation>
    </message>
    <message>
        <source>Tạo kế hoạch…</source>
        <translation>Make plan…</translation>
    </message>
    <message>
        <source>Xem dữ liệu mẫu</source>
        <translation>View sample data</translation>
    </message>
    <message>
        <source>in ở đầu văn bản; nhập một lần, sửa lại ở Thiết lập</source>
        <translation>printed at the head of documents; typed once, changed in Settings</translation>
    </message>
    <message>
        <source>Đã có kế hoạch và phụ lục? Chọn tệp; chương trình nhận cột, nhiệm vụ, thời hạn và cho xem lại trước khi ghi.</source>
        <translation>You have a plan and its appendix? Choose the file; the program recognises columns, tasks and deadlines and shows them before anything is written.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Dừng việc đang chạy</source>
        <translation>Stop the running work</translation>
    </message>
    <message>
        <source>Mở mục Sao lưu</source>
        <translation>Open the page Backups</translation>
    </message>
    <message>
        <source>Đã lưu lúc {}</source>
        <translation>Saved at {}</translation>
    </message>
</context>
<context>
    <name>StatusCounts</name>
    <message numerus="yes">
        <source>%n chỉ tiêu</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nội dung thành phần</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusFigures</name>
    <message numerus="yes">
        <source>%n hoàn thành</source>
        <translation>
            <numerusform>%n completed</numerusform>
            <numerusform>%n completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quá hạn</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n đến hạn trong 7 ngày</source>
        <translation>
            <numerusform>%n due in 7 days</numerusform>
            <numerusform>%n due in 7 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLooks</name>
    <message>
        <source>Chưa đến hạn, chưa xác định thời hạn</source>
        <translation>Not due yet, undated</translation>
    </message>
    <message>
        <source>Cần chú ý</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Hoàn thành</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Đang thực hiện</source>
        <translation>In progress</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Đã hoàn tác: {}</source>
        <translation>Undone: {}</translation>
    </message>
    <message>
        <source>Đã làm lại: {}</source>
        <translation>Redone: {}</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>Danh sách cơ quan</source>
        <translation>List of agencies</translation>
    </message>
    <message>
        <source>Gộp các cách viết của một cơ quan thành một tên. Chữ ghi trong kế hoạch giữ nguyên; tên cũ thành tên gọi khác. Việc gộp hoàn tác được.</source>
        <translation>Merge the spellings of one agency into one name. The words as written in the plans stay; the old names become other names. Merging can be undone.</translation>
    </message>
    <message>
        <source>Hiện lại các gợi ý đã bỏ qua</source>
        <translation>Show dismissed suggestions again</translation>
    </message>
    <message>
        <source>Không còn tên nào cần gộp.</source>
        <translation>There are no names to merge any more.</translation>
    </message>
    <message>
        <source>{} nhóm tên có thể là một cơ quan</source>
        <translation>Groups of names that may be one agency: {}</translation>
    </message>
</context>
<context>
    <name>SuperiorForms</name>
    <message>
        <source>Biểu mẫu Word, Excel</source>
        <translation>Word and Excel forms</translation>
    </message>
    <message>
        <source>Chưa có số liệu</source>
        <translation>No figure yet</translation>
    </message>
    <message>
        <source>Chưa gán nguồn</source>
        <translation>No source</translation>
    </message>
    <message>
        <source>Chưa điền kỳ nào</source>
        <translation>Not filled for any period yet</translation>
    </message>
    <message>
        <source>Chọn tệp biểu mẫu của cấp trên</source>
        <translation>Choose the file of a form of the superior body</translation>
    </message>
    <message>
        <source>Dữ liệu đang mở chỉ để xem.</source>
        <translation>The data are open for viewing only.</translation>
    </message>
    <message>
        <source>Kỳ này không có số liệu đó</source>
        <translation>No such figure in this period</translation>
    </message>
    <message>
        <source>Nội dung dài, có thể không hiện hết</source>
        <translation>Long words, may not show in full</translation>
    </message>
    <message>
        <source>{}, chỗ {}</source>
        <translation>{}, place {}</translation>
    </message>
    <message>
        <source>{}, dòng {}, cột {}</source>
        <translation>{}, row {}, column {}</translation>
    </message>
    <message>
        <source>Ô số nhưng nội dung không phải số</source>
        <translation>A number cell whose words are not a number</translation>
    </message>
    <message>
        <source>Đoạn {}</source>
        <translation>Paragraph {}</translation>
    </message>
    <message>
        <source>Đã điền {} kỳ, gần nhất {}</source>
        <translation>Periods filled: {}, last {}</translation>
    </message>
</context>
<context>
    <name>TakeOverPage</name>
    <message>
        <source>Bỏ chọn hết</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Chưa có kế hoạch cấp trên. Nhập kế hoạch của cấp trên từ Word, Excel, rồi đánh dấu “Kế hoạch cấp trên” trong Thông tin kế hoạch.</source>
        <translation>There is no superior plan yet. Import one from Word or Excel, then tick “Superior plan” in the particulars of the plan.</translation>
    </message>
    <message>
        <source>Chọn các dòng đang hiện</source>
        <translation>Choose the rows shown</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào khớp.</source>
        <translation>No task matches.</translation>
    </message>
    <message>
        <source>Kế hoạch cấp trên</source>
        <translation>Superior plan</translation>
    </message>
    <message>
        <source>Lấy nhiệm vụ từ kế hoạch cấp trên</source>
        <translation>Take over tasks from a superior plan</translation>
    </message>
    <message>
        <source>Lấy sang kế hoạch</source>
        <translation>Take over into the plan</translation>
    </message>
    <message>
        <source>Lấy sang: {}</source>
        <translation>Take over: {}</translation>
    </message>
    <message>
        <source>Lọc nhiệm vụ</source>
        <translation>Filter tasks</translation>
    </message>
    <message>
        <source>Lọc nhiệm vụ, ví dụ: cấp xã</source>
        <translation>Filter tasks, for example: cấp xã</translation>
    </message>
    <message>
        <source>Nhiệm vụ của kế hoạch cấp trên</source>
        <translation>Tasks of the superior plan</translation>
    </message>
    <message>
        <source>Nhập từ Word, Excel…</source>
        <translation>Import from Word, Excel…</translation>
    </message>
    <message>
        <source>Về kế hoạch</source>
        <translation>Back to the plan</translation>
    </message>
    <message>
        <source>{}, trong đó {} nhiệm vụ không hiện</source>
        <translation>{}, of which {} are not shown</translation>
    </message>
    <message>
        <source>Đã chọn {} nhiệm vụ</source>
        <translation>Tasks chosen: {}</translation>
    </message>
</context>
<context>
    <name>TargetDialog</name>
    <message>
        <source>Chưa xác định</source>
        <translation>Undetermined</translation>
    </message>
    <message>
        <source>Cần nhập số của kế hoạch.</source>
        <translation>The number of the plan is needed.</translation>
    </message>
    <message>
        <source>Hiểu là: {}</source>
        <translation>Read as: {}</translation>
    </message>
    <message>
        <source>Không quá, hoặc số cuối</source>
        <translation>At most, or last number</translation>
    </message>
    <message>
        <source>Kế hoạch ghi: “{}”. Câu chữ này giữ nguyên.</source>
        <translation>The plan says: “{}”. These words stay.</translation>
    </message>
    <message>
        <source>Lưu cách hiểu</source>
        <translation>Save reading</translation>
    </message>
    <message>
        <source>Mỗi năm tăng</source>
        <translation>Rise each year</translation>
    </message>
    <message>
        <source>Mức tăng tính theo</source>
        <translation>The rise is counted in</translation>
    </message>
    <message>
        <source>Phần trăm của số năm trước</source>
        <translation>Per cent of the number of the year before</translation>
    </message>
    <message>
        <source>So sánh</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Số của kế hoạch</source>
        <translation>Number of the plan</translation>
    </message>
    <message>
        <source>Số của kế hoạch, hoặc số cuối</source>
        <translation>Number of the plan, or last number</translation>
    </message>
    <message>
        <source>Sửa cách hiểu chỉ tiêu</source>
        <translation>Correct the reading of the indicator</translation>
    </message>
    <message>
        <source>Tính theo</source>
        <translation>Counted in</translation>
    </message>
    <message>
        <source>Điểm, cộng thẳng vào số của năm trước</source>
        <translation>Points, added to the number of the year before</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Để chương trình hiểu lại theo câu chữ</source>
        <translation>Let the program read the words again</translation>
    </message>
    <message>
        <source>để trống nếu không có; số âm là giảm</source>
        <translation>empty if none; a negative number is a fall</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>Mẫu báo cáo đã sửa chưa được lưu.</source>
        <translation>The changed report template is not saved.</translation>
    </message>
    <message>
        <source>Đã dùng lại mẫu báo cáo của chương trình.</source>
        <translation>The program&apos;s report template is used again.</translation>
    </message>
    <message>
        <source>Đã lưu mẫu báo cáo.</source>
        <translation>Saved the report template.</translation>
    </message>
</context>
<context>
    <name>TemplateFields</name>
    <message>
        <source>Danh sách</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Số liệu kỳ trước</source>
        <translation>Figures of the last period</translation>
    </message>
    <message>
        <source>Từ ngữ</source>
        <translation>Words</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>(không lặp)</source>
        <translation>(not repeated)</translation>
    </message>
    <message>
        <source>Chèn trường</source>
        <translation>Insert field</translation>
    </message>
    <message>
        <source>Chỉ soạn khi có</source>
        <translation>Written only with</translation>
    </message>
    <message>
        <source>Chỉ soạn khi không có</source>
        <translation>Written only without</translation>
    </message>
    <message>
        <source>Khi có</source>
        <translation>With</translation>
    </message>
    <message>
        <source>Khi không có</source>
        <translation>Without</translation>
    </message>
    <message>
        <source>Kiểu</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Lặp theo</source>
        <translation>Repeat for</translation>
    </message>
    <message>
        <source>Lặp theo danh sách</source>
        <translation>Repeat for a list</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Đoạn văn</source>
        <translation>Paragraph</translation>
    </message>
    <message>
        <source>Đề mục</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Đề mục nhỏ</source>
        <translation>Subheading</translation>
    </message>
</context>
<context>
    <name>TemplatePage</name>
    <message>
        <source>Dùng lại mẫu của chương trình</source>
        <translation>Use the program&apos;s template again</translation>
    </message>
    <message>
        <source>Mẫu báo cáo</source>
        <translation>Report template</translation>
    </message>
</context>
<context>
    <name>TemplatePane</name>
    <message>
        <source>(chưa có nội dung)</source>
        <translation>(no words yet)</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Chuyển lên (Alt+↑)</source>
        <translation>Move up (Alt+↑)</translation>
    </message>
    <message>
        <source>Chuyển xuống (Alt+↓)</source>
        <translation>Move down (Alt+↓)</translation>
    </message>
    <message>
        <source>Các phần của mẫu</source>
        <translation>Parts of the template</translation>
    </message>
    <message>
        <source>Lặp: {}</source>
        <translation>Repeated: {}</translation>
    </message>
    <message>
        <source>Lời kết</source>
        <translation>Closing words</translation>
    </message>
    <message>
        <source>PHẦN MỚI</source>
        <translation>NEW SECTION</translation>
    </message>
    <message>
        <source>Thêm phần</source>
        <translation>Add section</translation>
    </message>
    <message>
        <source>Thêm đoạn</source>
        <translation>Add paragraph</translation>
    </message>
    <message>
        <source>Thêm đoạn bên trong</source>
        <translation>Add paragraph inside</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Tên loại</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Tên loại văn bản</source>
        <translation>Type of paper</translation>
    </message>
</context>
<context>
    <name>TextMenu</name>
    <message>
        <source>Chọn hết</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Cắt</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Dán</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>TimeRow</name>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Sửa thời hạn xác định</source>
        <translation>Correct the reading of the deadline</translation>
    </message>
</context>
<context>
    <name>TitleEdit</name>
    <message>
        <source>(chưa có nội dung)</source>
        <translation>(no content yet)</translation>
    </message>
</context>
<context>
    <name>TrackingLine</name>
    <message numerus="yes">
        <source>%n mốc quá hạn đều có hạn trước ngày nhập kế hoạch ({}).</source>
        <translation>
            <numerusform>%n overdue milestone was due before the plan was imported ({}).</numerusform>
            <numerusform>All %n overdue milestones were due before the plan was imported ({}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Chỉ theo dõi từ ngày đó</source>
        <translation>Track only from that day</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Theo dõi CCHC</source>
        <translation>CCHC Desktop</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Bản sao lưu gần nhất dùng được: {} ({}), {}.</source>
        <translation>Newest usable backup: {} ({}), {}.</translation>
    </message>
    <message>
        <source>Chi tiết kỹ thuật</source>
        <translation>Technical details</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source> Chỉ khi không tìm lại được tệp mới khôi phục bản sao lưu dưới đây.</source>
        <translation> Only if the file cannot be found, restore the backup below.</translation>
    </message>
    <message>
        <source> Nếu đây đúng là tệp của đơn vị thì tệp đã hỏng hoặc bị phần mềm khác sửa; chỉ khi đó mới khôi phục bản sao lưu dưới đây.</source>
        <translation> If this really is the file of the office, it is damaged or was changed by other software; only then restore the backup below.</translation>
    </message>
    <message>
        <source>Chưa có gì thay đổi. Mỗi lúc chỉ một người được sửa để không ghi đè lên nhau.</source>
        <translation>Nothing has changed. Only one person at a time can edit, so that nobody overwrites another&apos;s work.</translation>
    </message>
    <message>
        <source>Chưa mở được dữ liệu</source>
        <translation>The data could not be opened</translation>
    </message>
    <message>
        <source>Chương trình chưa sửa gì trong tệp. Chọn cách nào thì tệp hỏng cũng được giữ lại bên cạnh.</source>
        <translation>The program has changed nothing in the file. Whatever you choose, the damaged file is kept beside.</translation>
    </message>
    <message>
        <source>Chương trình chưa tạo tệp mới nào; các bản sao lưu còn nguyên.</source>
        <translation>The program has made no new file; the backups are untouched.</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến khi mở dữ liệu.</source>
        <translation>The program met an unexpected error while opening the data.</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu khác…</source>
        <translation>Choose another backup…</translation>
    </message>
    <message>
        <source>Chọn tệp dữ liệu khác…</source>
        <translation>Choose another data file…</translation>
    </message>
    <message>
        <source>Cần phiên bản mới của chương trình để mở dữ liệu này</source>
        <translation>A newer version of the program is needed to open these data</translation>
    </message>
    <message>
        <source>Dữ liệu còn nguyên. Khi mở để sửa, chương trình tự sao lưu rồi mới nâng cấp.</source>
        <translation>The data are intact. When they are opened for editing, the program backs them up before it upgrades them.</translation>
    </message>
    <message>
        <source>Dữ liệu còn nguyên: tệp chưa bị đọc hay sửa.</source>
        <translation>The data are intact: the file has been neither read nor changed.</translation>
    </message>
    <message>
        <source>Dữ liệu cần được nâng cấp trước khi xem</source>
        <translation>The data have to be upgraded before they can be viewed</translation>
    </message>
    <message>
        <source>Dữ liệu tại {} không thay đổi.</source>
        <translation>The data at {} have not changed.</translation>
    </message>
    <message>
        <source>Dữ liệu đang được mở ở nơi khác</source>
        <translation>The data are open elsewhere</translation>
    </message>
    <message>
        <source>Dữ liệu đã lưu không bị ảnh hưởng.</source>
        <translation>What has been saved is not affected.</translation>
    </message>
    <message>
        <source>Hãy chọn đúng tệp dữ liệu của đơn vị.</source>
        <translation>Please choose the right data file of the office.</translation>
    </message>
    <message>
        <source>Hãy cài phiên bản mới của chương trình trên máy này rồi mở lại. Không nên thay bằng bản sao lưu cũ, vì những gì đã nhập bằng phiên bản mới sẽ mất.</source>
        <translation>Install the newer version of the program on this computer and open it again. Do not fall back on an old backup: what was typed with the newer version would be lost.</translation>
    </message>
    <message>
        <source>Hãy kiểm tra ổ đĩa còn kết nối, còn chỗ trống và thư mục cho phép ghi, rồi thử lại.</source>
        <translation>Check that the disk is connected, has room and lets you write into the folder, then try again.</translation>
    </message>
    <message>
        <source>Hãy thử lại. Nếu lỗi lặp lại, hãy sao chép phần chi tiết gửi người hỗ trợ.</source>
        <translation>Please try again. If the error repeats, copy the details and send them to whoever helps you.</translation>
    </message>
    <message>
        <source>Hãy thử lại; nếu vẫn không mở được, hãy gửi nội dung trên cho người hỗ trợ.</source>
        <translation>Please try again; if it still cannot be opened, send the words above to whoever helps you.</translation>
    </message>
    <message>
        <source>Hãy đóng chương trình ở nơi đang mở dữ liệu này rồi thử lại.</source>
        <translation>Close the program where these data are open, then try again.</translation>
    </message>
    <message>
        <source>Khôi phục bản sao lưu này</source>
        <translation>Restore this backup</translation>
    </message>
    <message>
        <source>Không dùng được nơi lưu dữ liệu</source>
        <translation>The place of the data cannot be used</translation>
    </message>
    <message>
        <source>Không thấy dữ liệu đã dùng lần trước</source>
        <translation>The data used last time are not there</translation>
    </message>
    <message>
        <source>Không tìm thấy bản sao lưu nào dùng được trên máy này. Nếu có bản sao lưu trên USB hoặc ổ đĩa khác, hãy chọn bản đó. Nếu không, hãy thử cứu dữ liệu: chương trình cho xem đọc lại được bao nhiêu rồi mới hỏi có dùng hay không.</source>
        <translation>No usable backup was found on this computer. If there is one on a USB stick or another disk, choose it. If not, try to rescue the data: you are shown how much can be read again before you decide.</translation>
    </message>
    <message>
        <source>Mở chỉ để xem</source>
        <translation>Open for viewing only</translation>
    </message>
    <message>
        <source>Nên khôi phục bản sao lưu gần nhất dưới đây. Nếu sau bản này đã nhập thêm nhiều, có thể thử cứu dữ liệu trước: chương trình cho xem đọc lại được bao nhiêu rồi mới hỏi có dùng hay không.</source>
        <translation>Better restore the newest backup below. If much was typed since then, you can try to rescue the data first: you are shown how much can be read again before you decide.</translation>
    </message>
    <message>
        <source>Nếu chỉ cần tra cứu, hãy mở chỉ để xem. Nếu cần sửa, hãy đóng chương trình ở nơi đang mở rồi thử lại.</source>
        <translation>To look something up, open them for viewing only. To edit, close the program where they are open, then try again.</translation>
    </message>
    <message>
        <source>Nếu tệp nằm trên USB hoặc ổ mạng, hãy cắm hoặc kết nối lại rồi thử lại. Nếu tệp đã được chuyển đi hay đổi tên, hãy chọn tệp đó.</source>
        <translation>If the file is on a USB stick or a network drive, connect it and try again. If it was moved or renamed, choose that file.</translation>
    </message>
    <message>
        <source>Phiên bản cấu trúc dữ liệu: {}</source>
        <translation>Version of the data structure: {}</translation>
    </message>
    <message>
        <source>Thử cứu dữ liệu còn đọc được</source>
        <translation>Try to rescue what can be read</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Tệp dữ liệu bị hỏng nên chưa mở được</source>
        <translation>The data file is damaged and could not be opened</translation>
    </message>
    <message>
        <source>Tệp dữ liệu không thay đổi.</source>
        <translation>The data file has not changed.</translation>
    </message>
    <message>
        <source>Tệp này không phải là dữ liệu của chương trình</source>
        <translation>This file does not hold data of the program</translation>
    </message>
    <message>
        <source>Tệp {} bị hỏng. Nguyên nhân thường gặp là ổ đĩa lỗi, mất điện hoặc phần mềm khác ghi đè.</source>
        <translation>The file {} is damaged. The usual causes are a failing disk, a power cut or other software writing over it.</translation>
    </message>
    <message>
        <source>Tệp {} không còn ở đó hoặc đã trống.</source>
        <translation>The file {} is no longer there or is empty.</translation>
    </message>
    <message>
        <source>Tệp {} đã được ghi bằng phiên bản mới hơn, phiên bản trên máy này chưa đọc được.</source>
        <translation>The file {} was written by a newer version; the version on this computer cannot read it.</translation>
    </message>
    <message>
        <source>Tệp {} được ghi bằng phiên bản cũ hơn và đang được mở ở nơi khác nên chưa nâng cấp được.</source>
        <translation>The file {} was written by an older version and is open elsewhere, so it could not be upgraded.</translation>
    </message>
    <message>
        <source>Tệp {} được giữ nguyên như cũ.</source>
        <translation>The file {} is left as it was.</translation>
    </message>
    <message>
        <source>người dùng khác</source>
        <translation>another user</translation>
    </message>
    <message>
        <source>trên máy này</source>
        <translation>on this computer</translation>
    </message>
    <message>
        <source>trên máy {}</source>
        <translation>on the computer {}</translation>
    </message>
    <message>
        <source>{} {}, từ {:%H:%M} ngày {:%d/%m/%Y}</source>
        <translation>{} {}, since {:%H:%M} on {:%d/%m/%Y}</translation>
    </message>
    <message>
        <source>Đang dùng dữ liệu: {}.</source>
        <translation>The data are in use: {}.</translation>
    </message>
    <message>
        <source>Đóng chương trình</source>
        <translation>Close the program</translation>
    </message>
</context>
<context>
    <name>TypingPanes</name>
    <message>
        <source>Nhấn F2 để sửa tên lĩnh vực.</source>
        <translation>Press F2 to edit the name of the reform area.</translation>
    </message>
    <message>
        <source>Ô này không nhập trực tiếp được.</source>
        <translation>This cell cannot be typed into.</translation>
    </message>
</context>
<context>
    <name>UnsavedDesk</name>
    <message>
        <source>Bỏ</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Chưa lưu được nội dung vừa nhập ở {} ô.</source>
        <translation>What was typed in {} cells could not be saved.</translation>
    </message>
    <message>
        <source>Chưa lưu được nội dung vừa nhập: “{}”.</source>
        <translation>What was typed could not be saved: “{}”.</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến khi lưu.</source>
        <translation>The program met an unexpected error while saving.</translation>
    </message>
    <message>
        <source>Còn {} ô vừa nhập chưa lưu được. Nếu đóng chương trình bây giờ, nội dung này sẽ mất.</source>
        <translation>What was typed in {} cells is not saved. If the program is closed now, it will be lost.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Sao chép nội dung</source>
        <translation>Copy the words</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>{} {} Nội dung vẫn được giữ ở ô có dấu cảnh báo.</source>
        <translation>{} {} The words are kept in the cells with a warning sign.</translation>
    </message>
    <message>
        <source>Đã bỏ nội dung chưa lưu.</source>
        <translation>Dropped the unsaved words.</translation>
    </message>
    <message>
        <source>Đã sao chép nội dung chưa lưu.</source>
        <translation>Copied the unsaved words.</translation>
    </message>
</context>
<context>
    <name>UpgradePage</name>
    <message>
        <source>Bản sao lưu trước khi nâng cấp: {}</source>
        <translation>Backup before the upgrade: {}</translation>
    </message>
    <message>
        <source>Dữ liệu cũ giữ nguyên nếu nâng cấp không thành.</source>
        <translation>The old data stay as they are if the upgrade fails.</translation>
    </message>
    <message>
        <source>Nâng cấp dữ liệu cho phiên bản mới của chương trình</source>
        <translation>Upgrade of the data for the new version of the program</translation>
    </message>
    <message>
        <source>Đang nâng cấp dữ liệu…</source>
        <translation>Upgrading the data…</translation>
    </message>
    <message>
        <source>Đang sao lưu dữ liệu trước khi nâng cấp…</source>
        <translation>Backing up the data before the upgrade…</translation>
    </message>
</context>
<context>
    <name>UrgeDialog</name>
    <message>
        <source>Chép tin nhắn</source>
        <translation>Copy message</translation>
    </message>
    <message>
        <source>Chép tin nhắn để dán vào Zalo, tin nhắn hoặc thư (Ctrl+Shift+C)</source>
        <translation>Copy the message to paste it into Zalo, a text message or an email (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Chưa rõ cơ quan chủ trì</source>
        <translation>Lead agency unclear</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Cần nhập ngày đôn đốc.</source>
        <translation>The day of the reminder is needed.</translation>
    </message>
    <message>
        <source>Ghi đôn đốc</source>
        <translation>Record reminder</translation>
    </message>
    <message>
        <source>Ghi đôn đốc {} cơ quan</source>
        <translation>Record reminders of {} agencies</translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>Hẹn thực hiện</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Hẹn đến ngày</source>
        <translation>Promised for</translation>
    </message>
    <message>
        <source>Ngày hẹn trước ngày đôn đốc. Kiểm tra lại hai ngày này.</source>
        <translation>The promised day is before the day of the reminder. Check these two days.</translation>
    </message>
    <message>
        <source>Ngày không đúng; nhập như 01/07/2025.</source>
        <translation>The date is not right; type it like 01/07/2025.</translation>
    </message>
    <message>
        <source>Ngày đôn đốc</source>
        <translation>Day of the reminder</translation>
    </message>
    <message>
        <source>Ngày đôn đốc sau ngày hôm nay ({}).</source>
        <translation>The day of the reminder is after today ({}).</translation>
    </message>
    <message>
        <source>Ngày, hình thức</source>
        <translation>Day, means</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Tin nhắn</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>{}: {} nhiệm vụ</source>
        <translation>{}: {} tasks</translation>
    </message>
    <message>
        <source>Đánh dấu cơ quan đã đôn đốc.</source>
        <translation>Tick the agencies that were reminded.</translation>
    </message>
    <message>
        <source>Đã chép, có thể dán vào tin nhắn.</source>
        <translation>Copied; it can be pasted into a message.</translation>
    </message>
    <message>
        <source>Đã đôn đốc cơ quan này</source>
        <translation>This agency was reminded</translation>
    </message>
    <message>
        <source>Đôn đốc</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>đã đôn đốc</source>
        <translation>reminded</translation>
    </message>
</context>
<context>
    <name>UsesPane</name>
    <message>
        <source>Không có nơi dùng nào ở vai trò này.</source>
        <translation>It is not used in this role.</translation>
    </message>
    <message>
        <source>Lọc nơi dùng theo vai trò</source>
        <translation>Filter by role</translation>
    </message>
    <message>
        <source>Mọi vai trò</source>
        <translation>All roles</translation>
    </message>
    <message>
        <source>Nhấn Enter hoặc bấm hai lần để mở nhiệm vụ trong kế hoạch.</source>
        <translation>Press Enter or double-click to open the task in its plan.</translation>
    </message>
    <message>
        <source>Nơi dùng</source>
        <translation>Used in</translation>
    </message>
    <message>
        <source>Nơi dùng ({})</source>
        <translation>Used in ({})</translation>
    </message>
</context>
<context>
    <name>ValueEdit</name>
    <message>
        <source>(để trống)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>Chế độ xem giữ cách xem, cột, thứ tự, bộ lọc, từ đang tìm và chiều cao dòng; mọi người dùng chung dữ liệu này đều thấy.</source>
        <translation>A view keeps mode, columns, order, filters, search and height of rows; everyone who uses these data sees it.</translation>
    </message>
    <message>
        <source>Cần nhập tên.</source>
        <translation>A name is needed.</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tên chế độ xem</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>Ví dụ: Việc của Công an, đến hạn trong quý</source>
        <translation>For example: Việc của Công an, đến hạn trong quý</translation>
    </message>
    <message>
        <source>Đã có chế độ xem “{}”. Hãy đặt tên khác.</source>
        <translation>There is a view “{}” already. Please choose another name.</translation>
    </message>
    <message>
        <source>Đã có chế độ xem “{}”; lưu sẽ thay chế độ đó. Có thể hoàn tác.</source>
        <translation>There is a view “{}” already; saving replaces it. It can be undone.</translation>
    </message>
</context>
<context>
    <name>ViewSheets</name>
    <message>
        <source>Đã lưu khổ giấy của chế độ xem “{}”.</source>
        <translation>Saved the paper of the view “{}”.</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Chế độ xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Chế độ xem: {}</source>
        <translation>View: {}</translation>
    </message>
    <message>
        <source>{} (đã đổi)</source>
        <translation>{} (changed)</translation>
    </message>
</context>
<context>
    <name>ViewsDesk</name>
    <message>
        <source>Chưa lưu được.</source>
        <translation>Not saved.</translation>
    </message>
    <message>
        <source>Chế độ xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Kế hoạch này không có {}; chế độ xem “{}” bỏ qua phần lọc đó.</source>
        <translation>This plan has no {}; the view “{}” leaves that filter out.</translation>
    </message>
    <message>
        <source>Lưu chế độ xem</source>
        <translation>Save view</translation>
    </message>
    <message>
        <source>Đã cập nhật chế độ xem “{}”.</source>
        <translation>Updated the view “{}”.</translation>
    </message>
    <message>
        <source>Đã lưu chế độ xem “{}”.</source>
        <translation>Saved the view “{}”.</translation>
    </message>
    <message>
        <source>Đã xóa chế độ xem “{}”.</source>
        <translation>Deleted the view “{}”.</translation>
    </message>
    <message>
        <source>Đã đổi tên chế độ xem thành “{}”.</source>
        <translation>Renamed the view to “{}”.</translation>
    </message>
    <message>
        <source>Đổi tên chế độ xem</source>
        <translation>Rename view</translation>
    </message>
</context>
<context>
    <name>ViewsMenu</name>
    <message>
        <source>(chưa lưu chế độ xem nào)</source>
        <translation>(no saved views yet)</translation>
    </message>
    <message>
        <source>Chuyển lên trong danh sách</source>
        <translation>Move up in the list</translation>
    </message>
    <message>
        <source>Chuyển xuống trong danh sách</source>
        <translation>Move down in the list</translation>
    </message>
    <message>
        <source>Chế độ thông thường</source>
        <translation>Usual view</translation>
    </message>
    <message>
        <source>Cập nhật chế độ đang xem</source>
        <translation>Update this view</translation>
    </message>
    <message>
        <source>Cập nhật “{}”</source>
        <translation>Update “{}”</translation>
    </message>
    <message>
        <source>Lưu chế độ xem…</source>
        <translation>Save view…</translation>
    </message>
    <message>
        <source>Xóa chế độ đang xem</source>
        <translation>Delete this view</translation>
    </message>
    <message>
        <source>{} (đã đổi)</source>
        <translation>{} (changed)</translation>
    </message>
    <message>
        <source>Đổi tên…</source>
        <translation>Rename…</translation>
    </message>
</context>
<context>
    <name>WindowContents</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đã khôi phục dữ liệu từ bản sao lưu {}.</source>
        <translation>Restored the data from the backup {}.</translation>
    </message>
</context>
<context>
    <name>WindowStart</name>
    <message>
        <source>Có thể nhập tên sau trong mục Thiết lập.</source>
        <translation>The name can be typed later in Settings.</translation>
    </message>
</context>
<context>
    <name>WordsDesk</name>
    <message>
        <source>Kế hoạch hiện nay không còn phần mà số liệu này tính.</source>
        <translation>The plan no longer has the part that this figure counts.</translation>
    </message>
    <message>
        <source>Nội dung báo cáo {} đã sửa chưa được lưu.</source>
        <translation>The changed words of the report {} are not saved.</translation>
    </message>
    <message>
        <source>Đã cập nhật số liệu trong báo cáo {}.</source>
        <translation>Updated the figures in the report {}.</translation>
    </message>
    <message>
        <source>Đã lưu nội dung báo cáo {}.</source>
        <translation>Saved the words of the report {}.</translation>
    </message>
    <message>
        <source>Đã soạn lại báo cáo {} theo mẫu.</source>
        <translation>Drafted the report {} again from the template.</translation>
    </message>
</context>
<context>
    <name>WordsEditor</name>
    <message>
        <source>Bấm đúp hoặc nhấn Enter để mở danh sách.</source>
        <translation>Double-click or press Enter to open the list.</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>{} (của phần này)</source>
        <translation>{} (of this section)</translation>
    </message>
    <message>
        <source>{} (kỳ trước)</source>
        <translation>{} (last period)</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Cập nhật số liệu</source>
        <translation>Update figures</translation>
    </message>
    <message>
        <source>Giữ nội dung này</source>
        <translation>Keep these words</translation>
    </message>
    <message>
        <source>Kỳ này đã chốt số liệu: sửa được lời văn, không đổi được số liệu.</source>
        <translation>The figures of this period are locked: the words can be edited, the figures cannot.</translation>
    </message>
    <message>
        <source>Nội dung báo cáo</source>
        <translation>Words of the report</translation>
    </message>
    <message>
        <source>Nội dung báo cáo {}</source>
        <translation>Words of the report {}</translation>
    </message>
    <message>
        <source>Soạn lại</source>
        <translation>Draft again</translation>
    </message>
    <message>
        <source>Soạn lại theo mẫu sẽ thay toàn bộ nội dung đã sửa của báo cáo này.</source>
        <translation>Drafting again from the template replaces all edited words of this report.</translation>
    </message>
    <message>
        <source>Soạn lại theo mẫu…</source>
        <translation>Draft again from the template…</translation>
    </message>
    <message>
        <source>{} số liệu trong nội dung đã khác số liệu hiện nay.</source>
        <translation>Figures in the words that differ from those now: {}.</translation>
    </message>
</context>
<context>
    <name>WordsPane</name>
    <message>
        <source>(không có đề mục)</source>
        <translation>(no heading)</translation>
    </message>
    <message>
        <source>Các phần của báo cáo</source>
        <translation>Sections of the report</translation>
    </message>
    <message>
        <source>Lời kết</source>
        <translation>Closing words</translation>
    </message>
    <message>
        <source>Nội dung phần {}</source>
        <translation>Words of the section {}</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Tên loại</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Tên loại văn bản</source>
        <translation>Type of paper</translation>
    </message>
    <message>
        <source>Đề mục của phần</source>
        <translation>Heading of the section</translation>
    </message>
</context>
<context>
    <name>WordsTools</name>
    <message>
        <source>Bỏ đoạn</source>
        <translation>Remove paragraph</translation>
    </message>
    <message>
        <source>Chuyển đoạn lên (Alt+↑)</source>
        <translation>Move paragraph up (Alt+↑)</translation>
    </message>
    <message>
        <source>Chuyển đoạn xuống (Alt+↓)</source>
        <translation>Move paragraph down (Alt+↓)</translation>
    </message>
    <message>
        <source>Chèn số liệu</source>
        <translation>Insert figure</translation>
    </message>
    <message>
        <source>Kiểu đoạn</source>
        <translation>Style of the paragraph</translation>
    </message>
    <message>
        <source>Mở danh sách</source>
        <translation>Open list</translation>
    </message>
    <message>
        <source>Đoạn văn</source>
        <translation>Paragraph</translation>
    </message>
    <message>
        <source>Đề mục</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Đề mục nhỏ</source>
        <translation>Subheading</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Dừng việc đang chạy</source>
        <translation>Stop the running work</translation>
    </message>
</context>
<context>
    <name>YearsDesk</name>
    <message>
        <source>Nội dung kế hoạch mới còn {} chỗ nêu năm hoặc ngày của kỳ khác.</source>
        <translation>Places in the new plan that still name a year or date of another period: {}.</translation>
    </message>
    <message>
        <source>Xem và đổi…</source>
        <translation>Look and change…</translation>
    </message>
    <message>
        <source>Đã đổi năm ở {} chỗ.</source>
        <translation>Places with the year changed: {}.</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>YearsModel</name>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Giữ nguyên</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Kinh phí</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Nhiệm vụ {} · {}</source>
        <translation>Task {} · {}</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Sản phẩm</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Sẽ đổi</source>
        <translation>Will change</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Thời hạn đã được xác định lại; đổi thì thời hạn được đọc lại từ chữ</source>
        <translation>The reading of the deadline was corrected; with the change it is read from the words again</translation>
    </message>
</context>
<context>
    <name>YearsPage</name>
    <message>
        <source>Bỏ chọn hết</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Chọn các chỗ không vướng</source>
        <translation>Choose the clear places</translation>
    </message>
    <message>
        <source>Các chỗ nêu năm</source>
        <translation>Places that name a year</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Không còn năm nào cần đổi. Nếu nội dung viết cho năm khác, hãy chọn lại năm ở trên.</source>
        <translation>No year is left to change. If the content was written for another year, choose that year above.</translation>
    </message>
    <message>
        <source>Nội dung đang viết cho năm</source>
        <translation>Content written for the year</translation>
    </message>
    <message>
        <source>Về kế hoạch</source>
        <translation>Back to the plan</translation>
    </message>
    <message>
        <source>sang giai đoạn {} của “{}”</source>
        <translation>to the period {} of “{}”</translation>
    </message>
    <message>
        <source>sang năm {} của “{}”</source>
        <translation>to the year {} of “{}”</translation>
    </message>
    <message>
        <source>{}; {} chỗ cần xem trước khi đổi</source>
        <translation>{}; to look at before changing: {}</translation>
    </message>
    <message>
        <source>Đổi năm</source>
        <translation>Change years</translation>
    </message>
    <message>
        <source>Đổi năm trong nội dung</source>
        <translation>Change years in the content</translation>
    </message>
    <message>
        <source>Đổi {}/{} chỗ</source>
        <translation>Change {}/{} places</translation>
    </message>
</context>
<context>
    <name>_DataPlace</name>
    <message>
        <source>Nơi lưu dữ liệu:</source>
        <translation>Place of the data:</translation>
    </message>
</context>
<context>
    <name>_DensityButton</name>
    <message>
        <source>Chiều cao dòng</source>
        <translation>Height of rows</translation>
    </message>
</context>
<context>
    <name>_Figure</name>
    <message>
        <source>Mở danh sách các nhiệm vụ này</source>
        <translation>Open the list of these tasks</translation>
    </message>
</context>
<context>
    <name>_PartList</name>
    <message>
        <source>Các mục thiết lập</source>
        <translation>Parts of the settings</translation>
    </message>
</context>
<context>
    <name>_RailButton</name>
    <message>
        <source>{}, {} mốc quá hạn</source>
        <translation>{}, {} milestones overdue</translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Tìm nhiệm vụ</source>
        <translation>Find task</translation>
    </message>
    <message>
        <source>Tìm nhiệm vụ (Ctrl+F)</source>
        <translation>Find task (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>_StateCard</name>
    <message>
        <source>Bản chép trên ổ đĩa khác</source>
        <translation>Copy on another disk</translation>
    </message>
    <message>
        <source>Bản sao lưu gần nhất</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>Nơi lưu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Nơi lưu thứ hai</source>
        <translation>Second place</translation>
    </message>
</context>
<context>
    <name>_TitleLabel</name>
    <message>
        <source>Chi tiết thay đổi</source>
        <translation>Details of the changes</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Ban hành kế hoạch…</source>
        <translation>Issue plan…</translation>
    </message>
    <message>
        <source>Biểu mẫu của cấp trên…</source>
        <translation>Forms of the superior body…</translation>
    </message>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Chuyển lên</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Chuyển xuống</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Chế độ xem đã lưu</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Cây theo lĩnh vực</source>
        <translation>Tree by reform area</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>Dòng gọn (1 dòng chữ)</source>
        <translation>Compact rows (1 line)</translation>
    </message>
    <message>
        <source>Dòng thoáng (3 dòng chữ)</source>
        <translation>Roomy rows (3 lines)</translation>
    </message>
    <message>
        <source>Dòng vừa (2 dòng chữ)</source>
        <translation>Normal rows (2 lines)</translation>
    </message>
    <message>
        <source>Ghi kết quả</source>
        <translation>Record result</translation>
    </message>
    <message>
        <source>Ghi kết quả…</source>
        <translation>Record result…</translation>
    </message>
    <message>
        <source>Gia hạn…</source>
        <translation>Extend…</translation>
    </message>
    <message>
        <source>Giao việc</source>
        <translation>Assignments</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Hướng dẫn về màn hình này</source>
        <translation>Guide to this screen</translation>
    </message>
    <message>
        <source>Hạ một cấp</source>
        <translation>One level lower</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Khung chi tiết</source>
        <translation>Details pane</translation>
    </message>
    <message>
        <source>Không còn thực hiện…</source>
        <translation>Drop…</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kết quả tiếp theo</source>
        <translation>Next result</translation>
    </message>
    <message>
        <source>Kết quả trước</source>
        <translation>Previous result</translation>
    </message>
    <message>
        <source>Kết thúc hoặc mở lại kế hoạch…</source>
        <translation>Close or reopen plan…</translation>
    </message>
    <message>
        <source>Kỳ báo cáo…</source>
        <translation>Reporting periods…</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Làm mới số liệu</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>Lưu chế độ xem…</source>
        <translation>Save view…</translation>
    </message>
    <message>
        <source>Lưu làm mẫu kế hoạch…</source>
        <translation>Save plan as template…</translation>
    </message>
    <message>
        <source>Lưu và tạo điểm sao lưu</source>
        <translation>Save and make a save point</translation>
    </message>
    <message>
        <source>Lấy nhiệm vụ từ kế hoạch cấp trên…</source>
        <translation>Take over tasks from a superior plan…</translation>
    </message>
    <message>
        <source>Lập kế hoạch kỳ sau từ kế hoạch này…</source>
        <translation>Make the next period&apos;s plan from this one…</translation>
    </message>
    <message>
        <source>Lập kế hoạch mới…</source>
        <translation>Make a new plan…</translation>
    </message>
    <message>
        <source>Lệnh và tìm nhanh…</source>
        <translation>Commands and quick search…</translation>
    </message>
    <message>
        <source>Mở tất cả lĩnh vực</source>
        <translation>Open all reform areas</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Nhập kế hoạch</source>
        <translation>Import plan</translation>
    </message>
    <message>
        <source>Nhập kế hoạch từ Word, Excel…</source>
        <translation>Import plan from Word, Excel…</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Nâng một cấp</source>
        <translation>One level higher</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Sang phần khác của cửa sổ</source>
        <translation>Go to the next part of the window</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Sửa hàng loạt…</source>
        <translation>Bulk edit…</translation>
    </message>
    <message>
        <source>Sửa ô</source>
        <translation>Edit cell</translation>
    </message>
    <message>
        <source>Theo cơ quan chủ trì</source>
        <translation>By lead agency</translation>
    </message>
    <message>
        <source>Theo tháng đến hạn</source>
        <translation>By due month</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Thoát</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Thu gọn tất cả lĩnh vực</source>
        <translation>Close all reform areas</translation>
    </message>
    <message>
        <source>Thêm kế hoạch mẫu để làm thử</source>
        <translation>Add the sample plan to try things out</translation>
    </message>
    <message>
        <source>Thêm lĩnh vực</source>
        <translation>Add reform area</translation>
    </message>
    <message>
        <source>Thêm nhiệm vụ</source>
        <translation>Add task</translation>
    </message>
    <message>
        <source>Thêm nhiệm vụ phát sinh…</source>
        <translation>Add arisen task…</translation>
    </message>
    <message>
        <source>Thêm nội dung thành phần</source>
        <translation>Add component</translation>
    </message>
    <message>
        <source>Thông tin kế hoạch…</source>
        <translation>Particulars of the plan…</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Tìm trong màn hình này</source>
        <translation>Find on this screen</translation>
    </message>
    <message>
        <source>Tìm trong tất cả kế hoạch</source>
        <translation>Find in all plans</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Việc đến hạn</source>
        <translation>Due tasks</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Xuất phụ lục</source>
        <translation>Export appendix</translation>
    </message>
    <message>
        <source>Xuất phụ lục chỉ tiêu…</source>
        <translation>Export appendix of indicators…</translation>
    </message>
    <message>
        <source>Xuất phụ lục nhiệm vụ…</source>
        <translation>Export appendix of tasks…</translation>
    </message>
    <message>
        <source>Xóa kế hoạch</source>
        <translation>Delete plan</translation>
    </message>
    <message>
        <source>Xóa nhiệm vụ</source>
        <translation>Delete task</translation>
    </message>
    <message>
        <source>Xử lý kết quả của mốc không còn…</source>
        <translation>Settle results of removed milestones…</translation>
    </message>
    <message>
        <source>Điền xuống dưới</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>Đôn đốc…</source>
        <translation>Remind…</translation>
    </message>
    <message>
        <source>Đối chiếu với kế hoạch cấp trên, kế hoạch gốc…</source>
        <translation>Compare with superior plan, parent plan…</translation>
    </message>
    <message>
        <source>Đổi năm trong nội dung…</source>
        <translation>Change years in the content…</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Chưa tự sao lưu được. Dữ liệu không bị ảnh hưởng. Hãy thử sao lưu lại.</source>
        <translation>The automatic backup failed. The data are not affected. Please back up again.</translation>
    </message>
    <message>
        <source>Sao lưu…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>draft</name>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Giai đoạn, nhóm</source>
        <translation>Stage, group</translation>
    </message>
    <message>
        <source>Hoạt động</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Loại dòng</source>
        <translation>Kind of row</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Reform area</translation>
    </message>
    <message>
        <source>Mục tiêu</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>Mức chỉ tiêu</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Phối hợp</source>
        <translation>Coordinating</translation>
    </message>
    <message>
        <source>Sản phẩm</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Thành phần</source>
        <translation>Component</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Đơn vị tính</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến. Dữ liệu đã lưu không bị ảnh hưởng, có thể làm việc tiếp.
Nếu lỗi lặp lại, hãy sao chép phần dưới đây gửi người hỗ trợ.</source>
        <translation>The program met an unexpected error. What has been saved is not affected and you can go on working.
If the error repeats, copy the words below and send them to whoever helps you.</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Theo dõi CCHC</source>
        <translation>CCHC Desktop</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>Bỏ qua</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Chuyển về máy này</source>
        <translation>Move to this computer</translation>
    </message>
    <message>
        <source>Thử mở để sửa</source>
        <translation>Try to open for editing</translation>
    </message>
    <message>
        <source>chưa mở được để sửa</source>
        <translation>could not be opened for editing</translation>
    </message>
    <message>
        <source>{} đang dùng dữ liệu</source>
        <translation>{} is using the data</translation>
    </message>
    <message>
        <source>Đang mở chỉ để xem: {}.</source>
        <translation>Open for viewing only: {}.</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Biểu đồ</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>Báo cáo định kỳ</source>
        <translation>Periodic report</translation>
    </message>
    <message>
        <source>Bảng theo dõi lập theo dữ liệu hiện nay; các con số khác của báo cáo là số đã chốt.</source>
        <translation>The tracking table follows the present data; the other figures of the report are those locked.</translation>
    </message>
    <message>
        <source>Bảng theo dõi nhiệm vụ</source>
        <translation>Tracking table</translation>
    </message>
    <message>
        <source>Còn {} nhiệm vụ chậm tiến độ chưa có cơ quan chủ trì nên không có trong công văn nào.</source>
        <translation>Late tasks without a lead agency, which are in no letter: {}.</translation>
    </message>
    <message>
        <source>Công văn đôn đốc</source>
        <translation>Reminder letter</translation>
    </message>
    <message>
        <source>Phiếu theo cơ quan chủ trì</source>
        <translation>Sheet per lead agency</translation>
    </message>
    <message>
        <source>Phiếu trình lãnh đạo</source>
        <translation>Sheet for the chairman</translation>
    </message>
    <message>
        <source>Phụ lục chỉ tiêu</source>
        <translation>Appendix of indicators</translation>
    </message>
    <message>
        <source>Phụ lục nhiệm vụ</source>
        <translation>Appendix of tasks</translation>
    </message>
    <message>
        <source>Phụ lục: bảng theo dõi nhiệm vụ</source>
        <translation>Appendix: tracking table</translation>
    </message>
    <message>
        <source>Phụ lục: chỉ tiêu</source>
        <translation>Appendix: indicators</translation>
    </message>
    <message>
        <source>Phụ lục: danh sách nhiệm vụ</source>
        <translation>Appendix: list of tasks</translation>
    </message>
    <message>
        <source>Phụ lục: thống kê nhiệm vụ</source>
        <translation>Appendix: statistics of tasks</translation>
    </message>
</context>
</TS>
