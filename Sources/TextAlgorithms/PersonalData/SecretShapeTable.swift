/// Published shapes of tokens, one a line: least entropy in tenths of a bit, then the shape's notation.
enum SecretShapeTable {
  static let shapes: StaticString = """
    40 ops_eyJ b200+ B0-3
    35 A3- U6 '- U11 '- U5 '- U5 '- U5
    35 A3- U6 '- U6 '- U5 '- U5 '- U5 '- U5
    30 aio_ a28
    30 p8e- L32
    30 AGE-SECRET-KEY-1 U58
    30 pat a14 '. h64
    30 LTAI a12-24
    35 sk-ant-api03-,sk-ant-admin01-,sk-ant-oat01-,sk-ant-sid01- W82-112
    40 AKCp a69
    40 cmVmd a59
    35 ATATT3 E180-200
    35 ATCTT3xFfG E140-200
    30 AKIA,ASIA,ABIA,ACCA 516
    30 A3T U1 516
    30 ABSK b109-269 B0-2
    30 - T3 d1 'Q~ t31-34
    40 AccountKey= b86 '==
    35 b_ e44
    35 0. h8 '- h4 '- h4 '- h4 '- h12 '. a30 ': B24
    30 xkeysib- h64 '- a16
    30 bkua_ L40
    30 CCIPAT_ a22 '_ h40
    35 4b1d a38
    30 CLOJARS_ L60
    30 v1.0- h24 '- h146
    35 CFPAT- W43
    30 dapi h32
    30 dapi h32 '- d1
    35 dnkey- e26 '- e52
    30 doo_v1_,dop_v1_,dor_v1_ h64
    40 M,N,O a23-27 '. W6 '. W27-38
    30 dckr_pat_,dckr_oat_ W27-32
    30 dp.pt.,dp.st.,dp.ct.,dp.scim.,dp.audit. D40-60
    30 duffel_test_,duffel_live_ E43
    35 dt0c01. U24 '. U64
    40 EZAK,EZTK a54
    35 - d15-16 '| W27
    40 EAAM,EAAC a100+
    40 fo1_ W43
    40 fm1_,fm2_,fm1a_,fm1r_,fm2a_,fm2r_ b100+ B0-3
    30 FLWPUBK_TEST-,FLWSECK_TEST- L32 '-X
    35 fio-u- E64
    36 AIza W35
    35 GOCSPX- W28
    35 ya29. W30+
    30 ghp_,gho_,ghu_,ghs_,ghr_ a36
    30 github_pat_ w82
    30 glpat-,gldt-,glptt-,glrt-,glcbt-,glft-,glimt-,gloas-,glsoat-,glagent-,glffct-,glwt- W20-64
    30 glpat-,glrt- W20-64 '. L2 D7-10
    30 GR1348941 W20
    38 live_ E40
    35 glc_ b32-400 B0-3
    30 glsa_ a32 '_ H8
    35 pat.,sat. W22 '. h24 '. a20
    35 - a14 '.atlasv1. E60-70
    35 hvs.,hvb.,hvr. W90-300
    35 hvs.,hvb.,hvr. a24
    35 HRKU-AA W58
    30 pat-na1-,pat-eu1-,pat-na2-,pat-ap1- h8 '- h4 '- h4 '- h4 '- h12
    36 hf_,api_org_ l34
    40 ico- a32
    30 s-s4t2ud-,s-s4t2af- h64
    35 ey a17+ '.ey J17+ '. J10+ B0-2
    35 ey a17+ '.ey J17+ '.
    30 api-,sdk-,mob- h8 '- h4 '- h4 '- h4 '- h12
    30 lin_api_,lin_oauth_ a40-64
    30 live_,test_,live_pub_,test_pub_ h31-35
    30 - h32 '-us d1-2
    30 key- h32
    30 - h32 '- h8 '- h8
    35 pk.ey,sk.ey W60+ '. W22
    35 - a6 '_ a29 '_mmk
    30 NRAK- U27
    30 NRII- W32
    30 NRJS- h19
    36 ntn_ d11 a35
    36 secret_ a43
    30 npm_ a36
    35 oy2 L43
    36 API- U26
    35 sk-proj-,sk-svcacct-,sk-admin- W40-200
    35 sk- a20 'T3BlbkFJ a20
    38 sha256~ W43
    30 access_token$production$,access_token$sandbox$ L16 '$ h32
    35 pplx- a48
    30 pscale_tkn_,pscale_oauth_,pscale_pw_ V32-64
    30 PMAK- h24 '- h34
    30 pnu_ a36
    30 pul- h40
    30 pypi-AgEIcHlwaS5vcmc W50+
    30 rdme_ L70
    30 rubygems_ h48
    30 tk-us- W48
    35 SG. W22 '. W43
    30 sntrys_,sntryu_ B60-200
    30 sm_aat_,sm_pat_,sm_sat_ a16
    30 shippo_live_,shippo_test_ h40
    30 shpat_,shpca_,shppa_,shpss_ H32
    30 xoxb-,xoxp-,xoxe-,xoxa-,xoxr-,xoxs- d8-14 '- a18-40
    30 xoxb-,xoxp-,xoxe-,xoxa-,xoxr-,xoxs- d8-14 '- d8-14 '- a18-40
    30 xoxb-,xoxp-,xoxe-,xoxa-,xoxr-,xoxs- d8-14 '- d8-14 '- d8-14 '- a18-40
    30 xoxe.xoxb-,xoxe.xoxp- d1 '- a146-166
    30 xapp- d1 '- U6-20 '- d6-20 '- L20-80
    30 xoxo-,xoxs- d6-14 '- d6-14 '- d6-14 '- h20-80
    30 hooks.slack.com/services/,hooks.slack.com/workflows/,hooks.slack.com/triggers/ b43-80
    30 https://hooks.slack.com/services/,https://hooks.slack.com/workflows/ b43-80
    30 http://hooks.slack.com/services/,http://hooks.slack.com/workflows/ b43-80
    30 sqp_,squ_,sqa_ h40
    30 sgp_ H16 '_ H40
    30 sgp_,sgp_local_ H40
    40 EAAA,sq0atp-,sq0csp- W22-60
    30 sk_live_,rk_live_,pk_live_,sk_test_,rk_test_,pk_test_,sk_prod_,rk_prod_,pk_prod_ a10-99
    30 whsec_ a32
    30 sbp_ h40
    30 sb_secret_ W31
    35 - d8-10 ':AA W32-33
    32 SK,AC h32
    30 AAAAAAAAAAAAAAAAAAAAAA P80-100
    30 tfp_ V59
    35 vercel_ w24+
    35 vcp_,vci_,vck_,vca_,vcr_ a24-60
    35 AQVN W35-38
    35 t1. E10+ '. E86-88
    35 xai- a80
    35 gsk_ a52
    35 r8_ a37
    """

  /// Provider words (a bar parts them) and the shapes of values that stand behind them; a hash parts shapes.
  static let keyed: StaticString = """
    sourcegraph H40
    meraki h40
    datadog|dd_api|dd_app|ddapi|ddapp h32#h40
    algolia h32
    cloudflare W40#h37
    heroku h8 '- h4 '- h4 '- h4 '- h12
    discord h64#W32
    mailchimp h32#h32 '-us d1-2
    fastly E32
    bitbucket E32#E64
    coinbase W64
    confluent a64#a16
    dropbox L15
    etsy L24
    finnhub L20
    flickr L32
    freshbooks L64
    gitter W40
    intercom e60
    jfrog L73
    kraken k80-90
    kucoin h24
    linkedin L14-16
    looker L20-24
    mattermost L26
    messagebird L25
    netlify W40-46
    nytimes E32
    okta '00 E40
    plaid L24-30
    pagerduty W20
    rapidapi W50
    sendbird h40
    sentry h64
    snyk h8 '- h4 '- h4 '- h4 '- h12
    sumo_|sumologic a64#'su a12
    travis L22
    trello L32
    twitch L30
    twitter a25#a50#d15-25 '- a20-40
    zendesk a40
    newrelic|new_relic L40
    codecov L32
    cohere|co_api a40
    deepseek|moonshot|dashscope 'sk- L32-48
    vultr|linode|hetzner|scaleway|ovh W32-64
    twilio h32
    mailgun|postmark|mandrill W22-50
    """

  /// CRC-32 of well-known published sample values that need no redaction.
  static let samples: [UInt32] = [
    137_970_471, 195_402_426, 391_415_110, 523_603_134, 539_969_167, 908_569_220, 1_012_760_538,
    1_546_223_926, 1_633_266_832, 1_783_592_992, 1_801_906_344, 1_804_887_032, 2_057_380_053,
    2_495_321_337, 2_951_282_494, 4_196_867_298, 4_223_955_489, 4_292_727_177,
  ]
}
