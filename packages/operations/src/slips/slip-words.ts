/** Words that stand on every slip, whatever its template. */
export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'
export const hintOfHand = '(Ký và ghi rõ họ tên)'
export const noTimeLimit = 'Quy định không nêu thời hạn'
