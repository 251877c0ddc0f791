import type { AccessRefusal } from '@motcua/domain'

/** Why access is not given, in both languages. */
export const accessRefusals = {
  vi: {
    'own-request': 'Không ai tự duyệt đề nghị của mình. Đề nghị này phải do người khác quyết định.',
    'roles-conflict':
      'Vai trò này không đi cùng một vai trò người đó đang giữ: hai việc phải do hai người làm.',
    'role-beyond-own': 'Chỉ giao được vai trò tại cơ quan mình quản trị và các đơn vị trực thuộc.',
    'grant-period-wrong': 'Ngày kết thúc phải sau ngày bắt đầu, và không ở trong quá khứ.',
    'grant-procedure-unknown': 'Có mã thủ tục không có trong danh mục của tỉnh.',
    'grant-held-already': 'Người này đã có, hoặc đã được đề nghị, đúng vai trò này tại cơ quan này.',
    'population-papers-lacking': 'Còn thiếu văn bản mà quy định yêu cầu kèm theo đăng ký.',
    'population-paper-format': 'Văn bản phải là bản điện tử ký số hoặc bản sao y điện tử theo quy định.',
    'population-paper-not-signed': 'Ngày ký của văn bản không thể sau hôm nay.',
    'population-officer-unknown':
      'Người đăng ký phải là cán bộ của chính cơ quan, có tài khoản riêng đang hoạt động.',
    'population-police-missing': 'Ghi số văn bản đăng ký với cơ quan Công an trước khi chấp thuận.',
    'population-not-connected': 'Hệ thống chưa kết nối với Cơ sở dữ liệu quốc gia về dân cư.',
    'population-not-registered':
      'Tài khoản này chưa có trong danh sách được khai thác Cơ sở dữ liệu quốc gia về dân cư.',
    'population-down':
      'Cơ sở dữ liệu quốc gia về dân cư chưa trả lời. Thử lại sau ít phút; lượt hỏi này đã được ghi nhật ký.',
    'population-remark-missing': 'Ghi rõ vì sao lượt tra cứu là không đúng mục đích.',
  },
  en: {
    'own-request': 'Nobody approves their own request. Somebody else has to decide on it.',
    'roles-conflict': 'This role does not go with one the person holds: the two belong to two people.',
    'role-beyond-own': 'Roles can be given at the body you administer and those below it only.',
    'grant-period-wrong': 'The last day must come after the first, and not lie in the past.',
    'grant-procedure-unknown': 'A code is of no procedure of the province.',
    'grant-held-already': 'This person has, or was proposed for, this very role at this body.',
    'population-papers-lacking': 'A paper the regulation asks for is missing.',
    'population-paper-format':
      'A paper must be digitally signed or an electronic true copy, as the regulation says.',
    'population-paper-not-signed': 'A paper cannot be signed later than today.',
    'population-officer-unknown':
      'Who is registered must be of the body itself, with an active account of their own.',
    'population-police-missing':
      'Write down the number of the registration with the police before approving.',
    'population-not-connected': 'The system is not joined to the national population database.',
    'population-not-registered':
      'This account is not on the list of those who may ask the national population database.',
    'population-down':
      'The national population database did not answer. Try again in some minutes; the query was logged.',
    'population-remark-missing': 'Say why the query was improper.',
  },
} satisfies Record<'vi' | 'en', Record<AccessRefusal, string>>
