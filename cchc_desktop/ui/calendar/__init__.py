"""The part Ngày nghỉ of Thiết lập: the days off and the make-up days that the office keeps."""
