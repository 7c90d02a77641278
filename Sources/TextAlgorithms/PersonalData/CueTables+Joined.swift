/// Cue words of Japanese, Chinese, Korean and Thai, which stand without blanks around them.
extension CueTables {
  static let joinedPhone: StaticString = """
    電話 电话 手机 手機 携帯 連絡先 ファックス ファクス 内線 联系方式 联系我 致电 拨打 传真 傳真 座机
    전화 휴대폰 핸드폰 휴대전화 연락처 팩스 โทร โทรศัพท์ มือถือ เบอร์ แฟกซ์
    """

  static let joinedCard: StaticString = """
    カード クレジット 信用卡 银行卡 銀行卡 借记卡 卡号 卡號 카드 บัตร
    """

  static let joinedOther: StaticString = """
    注文 伝票 追跡番号 問い合わせ番号 型番 品番 商品番号 製品番号 部品番号 シリアル 会員番号
    お客様番号 顧客番号 請求書 郵便番号 予約番号 口座番号 管理番号 受付番号 価格 金額 合計
    订单 訂單 单号 單號 快递 运单 物流 发票 發票 型号 型號 编号 編號 序列号 货号 价格 金额 邮编
    会员号 账号 帳號 주문 송장 운송장 모델 품번 일련번호 우편번호 회원번호 예약번호 계좌 가격 금액
    คำสั่งซื้อ พัสดุ ใบแจ้งหนี้ ใบสั่งซื้อ รุ่น ราคา รหัสไปรษณีย์ รหัสสินค้า หมายเลขบัญชี
    """

  static let joinedVersion: StaticString = """
    バージョン ファームウェア ビルド 版本 固件 버전 펌웨어 빌드 เวอร์ชัน เวอร์ชั่น เฟิร์มแวร์
    """

  /// What says that the part of a name before it is a person's.
  static let joinedTitle: StaticString = """
    様 さま さん 氏 殿 くん 君 ちゃん です と申し ともうし より 拝 先生 女士 小姐 씨 님 고객 입니다
    이에요 예요 드림 올림
    """

  /// What says that the part of a name behind it is a person's.
  static let joinedOpening: StaticString = "我是 我叫 我姓 저는 คุณ ดิฉัน"

  /// What a help desk is called: a name that holds one of these is no person's.
  static let joinedRole: StaticString = """
    サポート カスタマー お客様 客服 客户 支持 団体 고객센터 고객지원 ฝ่าย
    """
}
