"""Two hundred queries as an officer with a telephone in one hand types them, and what has to come first.

'plan:number' is a task (with '|' between tasks that answer equally), 'plan A' a plan, 'agency X' an agency.
'@A words' asks in one plan only. Decided from the words of the plans, not from what the search answers.
"""

from __future__ import annotations

EXACT = """
giờ giấc làm việc => A:3
phiếu hỏi mã QR => A:8
quản lý vỉa hè => A:10
phòng cháy chữa cháy => A:11
Luật Đất đai => A:12
khiếu nại => A:13
thư xin lỗi => A:19
máy lấy số => A:22
phần mềm chấm điểm => A:23
quy chế phối hợp => A:26
trí tuệ nhân tạo => A:29
vị trí việc làm => A:30
văn phòng phẩm => A:36
thanh lý xe ô tô => A:37
làng nghề chiếu cói => A:49
rượu bia => B:19
tinh giản biên chế => B:20
nợ đọng => B:21
nuôi thủy sản => B:24
loa thông minh => B:25
hương ước => C:6
tủ sách pháp luật => C:7
khai tử => C:15
tiếng Anh => C:21
mua sắm tập trung => C:24
bệnh án điện tử => C:30
học bạ số => C:31
trợ lý ảo => C:33
vải thiều => C:35
chỉ số PAR INDEX => B:3
tổng đài 1022 => D:12
lý lịch tư pháp => D:13
thi tuyển phó giám đốc => D:18
xe buýt => D:26
sinh trắc học => D:34
"""

NO_ACCENTS = """
sang kien => A:4
giao ban => A:5
phong su => A:6
doi thoai cho trung tam => A:7
quyet dinh het hieu luc => A:9
tro giup phap ly => A:14
niem yet => A:15
thanh phan ho so => A:16
so hoa ket qua => A:17
buu chinh cong ich => A:18
khai sinh => A:20
phan anh kien nghi => A:21
chung thuc ban sao => A:24
to dan pho duoi 300 ho => A:25
uy quyen truong phong => A:27
ban giao cho => A:28
luan phien ke toan => A:31
thu nhap tang them => A:32
sach nhieu => A:33
van hoa giao tiep => A:34
quyet toan ngan sach => A:35
khong dung tien mat => A:38
tu chu truong mam non => A:39
dau gia ki-ot => A:40
nguoi cao tuoi => A:42
su co an toan thong tin => A:43
chung thu so => A:44
wifi => A:45
dem phuong tien => A:46
hop khong giay => A:48
duong day nong => B:9
giay phep xay dung nha o => B:10
phi dia gioi => B:11
tinh trang hon nhan => B:12
ngon ngu ky hieu => B:14
thu vien cong dong => B:17
nguoi co cong => B:22
bong den led => B:23
o cung du phong => B:27
de an 06 => B:28
so ket tong ket => C:1
gia dinh van hoa => C:2
tac dong chinh sach => C:4
dang ky kinh doanh => C:9
iso 9001 => C:11
don dien => C:14
can bo nu => C:20
that thu thue => C:27
5g => C:29
ngap ung => C:32
luu tru dien tu => C:34
dang ky tau ca => D:11
nghi huu som => D:19
giai ngan => D:21
phu cap => D:24
ipv6 => D:29
lua dao => D:30
xe dap => D:33
"""

ABBREVIATIONS = """
kh cchc phường => A:1
bc gửi snv => A:2
xd kh cchc => A:1
nq qđ hết hiệu lực => A:9
csdl hộ tịch => A:47
csdl ho tich => A:47
tp ht trợ giúp => A:14
dvc trực tuyến => A:41
dvctt => A:41
cđs đầu mối => A:50
cds dau moi => A:50
ttpvhcc thư xin lỗi => A:19
tt pvhcc bưu điện => A:18
pvhcc so hoa => A:17
kthtdt via he => A:10
kt ht dt vỉa hè => A:10
kthtđt ki-ốt => A:40
vp hdnd giao ban => A:5
vphdnd giao ban => A:5
vphdndubnd tiep cong dan => A:13
bhyt tre em => A:20
bhyt => A:20
bcđ cchc => B:1
kiện toàn bcđ => B:1
bcd cchc xa => B:1
tthc môi trường mạng => B:2
tthc duoi 5 ho so => B:13
vb qppl xã cũ => B:5
qppl => B:5
cbcc bồi dưỡng => B:18
boi duong can bo cong chuc => B:18
bchqs nghĩa vụ => B:8
bch quan su tuyen truyen => B:8
vhgt công sở => A:34
mttq phiếu hỏi => A:8
mat tran to quoc khao sat => A:8
hdnd loi hua => C:8
giám sát hội đồng nhân dân => C:8
tt hdnd giam sat => C:8
htx => C:4
htqlcl => C:11
tckt văn phòng phẩm => A:36
tc-kt kiem ke => A:37
vhtttt phong su => A:6
hop dong dv ve sinh => C:16
tyt benh an => C:30
hnd lang nghe => A:49
vpub tp cau truyen hinh => D:5
skhcn ipv6 => D:29
hđnd thành phố nghị quyết => D:6
bhxh so suc khoe => D:31
"""

MISSPELT = """
hòan thành khóa học => A:29
chứng thưc bản sao => A:24
chứng thục bản sao => A:24
tiêp công dân => A:13
khóan kinh phí => A:36
khoán kinh phi => A:36
hoà giải => B:7
hòa giaỉ => B:7
hoá đơn điện => B:23
trụ sỡ dôi dư => B:17
thuỷ sản => B:24
xã hội hoá bể bơi => C:26
kỹ luật => A:33
tủy quyền => D:11|A:27
hủơng ước => C:6
quy họach cán bộ nữ => C:20
sáp nhập trừơng tiểu học => C:18
truy xuât nguồn gốc => C:35
cổ phần hoá => D:23
giải nghân vốn => D:21
bồi thừơng oan sai => D:9
ngừ dân => D:28
trợ lí ảo => C:33
kỉ luật công chức => A:33
qaun ly via he => A:10
chưng nhận quyền sử dụng đất => C:14
luân phiên kế tóan => A:31
tài sản thu nhâp => C:22
dử liệu dân cư => B:28
thanh tóan trợ cấp => B:22
xếp lọai công chức => A:32
kiêm kê tài sản => A:37
"""

MIXED = """
phòng kinh tế nhà đất công => C:28
công an nhà trọ => A:11
tư pháp hộ tịch bản sao => A:24
trung tâm hcc ghế chờ => A:22
viettel ki-ốt => C:10
vnpt số hóa => A:17
kho bạc kiểm kê => A:37
đoàn thanh niên hội thi => B:4
phụ nữ livestream => B:26
sở nội vụ kiểm tra => D:1
biên phòng ngư dân => D:28
chủ tịch ký => A:1
tháng 8 kế toán => A:31
phòng kinh tế nợ đọng 2025 => B:21
nông dân thương mại điện tử => A:49
85% trực tuyến => A:41
"""

PARTLY = """
trí tuệ nh => A:29
đối thoại tr => A:7
niêm y => A:15
tu sach ph => C:7
bien che => B:20
hoc b => C:31
thư xin l => A:19
khai t => C:15
sao l => B:27
ban do so => B:24
livestr => B:26
sinh trac => D:34
lop pho bien luat d => A:12
kiem soat tai s => C:22
"""

NUMBERS = """
@A nv 12 => A:12
@A 12 => A:12
@A nhiệm vụ 7 => A:7
@A nhiem vu 35 => A:35
@A stt 41 => A:41
@A tt 20 => A:20
@A số 50 => A:50
@B nv12 => B:12
@B 30 => B:30
@C 9 => C:9
@C nv 35 => C:35
@D muc 25 => D:25
188/KH-UBND => plan A
188 => plan A
so 188 => plan A
97/kh-ubnd => plan C
45/KH-UBND => plan B
kế hoạch 2026-2030 => plan C
ke hoach 6 thang cuoi nam => plan B
kh cchc thành phố => plan D
phường hoa lư => plan A
vp hdnd => agency Văn phòng HĐND và UBND
kthtdt => agency Phòng Kinh tế, Hạ tầng và Đô thị
tyt => agency Trạm Y tế
van hoa xa hoi => agency Phòng Văn hóa - Xã hội
kho bac => agency Kho bạc Nhà nước
"""

_TABLES = (EXACT, NO_ACCENTS, ABBREVIATIONS, MISSPELT, MIXED, PARTLY, NUMBERS)

QUERIES: list[tuple[str, str]] = [
    (typed.strip(), expected.strip())
    for table in _TABLES
    for typed, _, expected in (line.partition("=>") for line in table.strip().splitlines())
]
"""What is typed, and what has to come first."""
