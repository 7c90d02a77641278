/// Labels of encodings as pages use them, by the names under which ICU does what browsers do.
enum EncodingNames {
  private static let aliases: [String: String] = [
    "utf-8": "UTF-8", "utf8": "UTF-8", "unicode-1-1-utf-8": "UTF-8",
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "latin1": "windows-1252",
    "latin-1": "windows-1252", "l1": "windows-1252", "ascii": "windows-1252",
    "us-ascii": "windows-1252", "ansi": "windows-1252", "cp1252": "windows-1252",
    "windows-1252": "windows-1252", "iso-8859-9": "windows-1254", "iso-8859-11": "windows-874",
    "tis-620": "windows-874", "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030",
    "x-gbk": "GB18030", "shift_jis": "windows-31j", "shift-jis": "windows-31j",
    "sjis": "windows-31j", "x-sjis": "windows-31j", "windows-31j": "windows-31j",
    "euc-kr": "windows-949", "ks_c_5601-1987": "windows-949", "big5": "Big5-HKSCS",
    "utf-16": "UTF-16LE", "utf-16le": "UTF-16LE", "utf-16be": "UTF-16BE",
    "iso-2022-jp": "ISO-2022-JP", "cp1251": "windows-1251", "cp1250": "windows-1250",
  ]

  static func canonical(_ label: String) -> String {
    let name = label.lowercased()
    return aliases[name] ?? label
  }
}
