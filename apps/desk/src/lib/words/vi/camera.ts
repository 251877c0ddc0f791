/** Words of photographing papers at the counter, in Vietnamese. */
export const camera = {
  camera: {
    phone: 'Chụp bằng máy ảnh của điện thoại',
    open: 'Chụp bằng máy ảnh',
    take: 'Chụp trang này',
    close: 'Đóng máy ảnh',
    drop: 'Bỏ ảnh',
    fileName: 'anh-chup',
    trouble:
      'Không mở được máy ảnh. Kiểm tra máy ảnh đã được cắm và trình duyệt được phép dùng, hoặc chọn tệp quét sẵn.',
    taken: (n: number) => `Đã chụp ${n} trang`,
    view: (paper: string) => `Hình đang thấy của máy ảnh: ${paper}`,
    page: (n: number, paper: string) => `Ảnh trang ${n}: ${paper}`,
  },
}
