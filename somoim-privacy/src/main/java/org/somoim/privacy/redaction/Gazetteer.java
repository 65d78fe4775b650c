package org.somoim.privacy.redaction;

import static org.somoim.privacy.redaction.Token.Area.CAPITAL;
import static org.somoim.privacy.redaction.Token.Area.CHUNGCHEONG;
import static org.somoim.privacy.redaction.Token.Area.GANGWON;
import static org.somoim.privacy.redaction.Token.Area.HONAM;
import static org.somoim.privacy.redaction.Token.Area.JEJU;
import static org.somoim.privacy.redaction.Token.Area.SOMEWHERE;
import static org.somoim.privacy.redaction.Token.Area.YEONGNAM;

import java.util.HashMap;
import java.util.Map;
import org.somoim.privacy.redaction.Token.Area;

/** The 17 provinces and cities of Korea, their districts, and well-known places that are named without a suffix. */
final class Gazetteer {
    private final Map<String, Area> korean = new HashMap<>();
    private final Map<String, Area> english = new HashMap<>();

    Gazetteer() {
        province(CAPITAL, "서울 서울시 서울특별시", "seoul", """
            종로구 용산구 성동구 광진구 동대문구 중랑구 성북구 강북구 도봉구 노원구 은평구 서대문구 마포구 양천구 강서구 구로구
            금천구 영등포구 동작구 관악구 서초구 강남구 송파구 강동구""");
        province(CAPITAL, "인천 인천시 인천광역시", "incheon", """
            미추홀구 연수구 남동구 부평구 계양구 강화군 옹진군""");
        province(CAPITAL, "경기 경기도", "gyeonggi gyeonggi-do kyunggi", """
            수원시 장안구 권선구 팔달구 영통구 성남시 수정구 중원구 분당구 의정부시 안양시 만안구 동안구 부천시 광명시 평택시 동두천시
            안산시 상록구 단원구 고양시 덕양구 일산동구 일산서구 과천시 구리시 남양주시 오산시 시흥시 군포시 의왕시 하남시 용인시
            처인구 기흥구 수지구 파주시 이천시 안성시 김포시 화성시 양주시 포천시 여주시 연천군 가평군 양평군""");
        province(GANGWON, "강원 강원도 강원특별자치도", "gangwon gangwon-do kangwon", """
            춘천시 원주시 강릉시 동해시 태백시 속초시 삼척시 홍천군 횡성군 영월군 평창군 정선군 철원군 화천군 양구군 인제군 양양군""");
        province(CHUNGCHEONG, "대전 대전시 대전광역시", "daejeon taejon", "유성구 대덕구");
        province(CHUNGCHEONG, "세종 세종시 세종특별자치시", "sejong", "");
        province(CHUNGCHEONG, "충북 충청북도 충청도", "chungbuk chungcheongbuk-do", """
            청주시 상당구 서원구 흥덕구 청원구 충주시 제천시 보은군 옥천군 영동군 증평군 진천군 괴산군 음성군 단양군""");
        province(CHUNGCHEONG, "충남 충청남도", "chungnam chungcheongnam-do", """
            천안시 동남구 서북구 공주시 보령시 아산시 서산시 논산시 계룡시 당진시 금산군 부여군 서천군 청양군 홍성군 예산군 태안군""");
        province(HONAM, "광주광역시", "gwangju kwangju", "광산구");
        province(HONAM, "전북 전라북도 전북특별자치도 전라도", "jeonbuk jeollabuk-do", """
            전주시 완산구 덕진구 군산시 익산시 정읍시 남원시 김제시 완주군 진안군 무주군 장수군 임실군 순창군 고창군 부안군""");
        province(HONAM, "전남 전라남도", "jeonnam jeollanam-do", """
            목포시 여수시 순천시 나주시 광양시 담양군 곡성군 구례군 고흥군 보성군 화순군 장흥군 강진군 해남군 영암군 무안군 함평군
            영광군 장성군 완도군 진도군 신안군""");
        province(YEONGNAM, "부산 부산시 부산광역시", "busan pusan", """
            영도구 부산진구 동래구 해운대구 사하구 금정구 연제구 수영구 사상구 기장군""");
        province(YEONGNAM, "대구 대구시 대구광역시", "daegu taegu", "수성구 달서구 달성군 군위군");
        province(YEONGNAM, "울산 울산시 울산광역시", "ulsan", "울주군");
        province(YEONGNAM, "경북 경상북도 경상도", "gyeongbuk gyeongsangbuk-do", """
            포항시 경주시 김천시 안동시 구미시 영주시 영천시 상주시 문경시 경산시 의성군 청송군 영양군 영덕군 청도군 고령군 성주군
            칠곡군 예천군 봉화군 울진군 울릉군""");
        province(YEONGNAM, "경남 경상남도", "gyeongnam gyeongsangnam-do", """
            창원시 의창구 성산구 마산합포구 마산회원구 진해구 진주시 통영시 사천시 김해시 밀양시 거제시 양산시 의령군 함안군 창녕군
            남해군 하동군 산청군 함양군 거창군 합천군""");
        province(JEJU, "제주 제주도 제주시 제주특별자치도", "jeju jeju-do cheju", "서귀포시");

        known(SOMEWHERE, "중구 동구 서구 남구 북구 광주 광주시 고성군");
        known(CAPITAL, """
            강남 강북 강동 송파 서초 마포 용산 영등포 관악 노원 은평 분당 판교 일산 동탄 광교 위례 잠실 홍대 신촌 이태원 여의도 압구정
            청담동 대치동 목동 수원 성남 의정부 안양 부천 평택 안산 과천 용인 파주 김포 송도 부평 남양주 하남 시흥 군포 의왕""");
        known(CHUNGCHEONG, "천안 청주 충주 제천 아산 서산 논산 당진 보령");
        known(HONAM, "목포 여수 순천 나주 광양 군산 익산 정읍");
        known(YEONGNAM, "해운대 광안리 포항 창원 마산 김해 통영 거제 밀양 안동 김천 경산");
        known(GANGWON, "춘천 강릉 속초 삼척 태백 평창");
        known(JEJU, "서귀포 애월");

        latin(CAPITAL, """
            gangnam kangnam gangbuk songpa seocho mapo yongsan yeongdeungpo gwanak nowon jongno bundang pangyo ilsan dongtan gwanggyo
            jamsil hongdae sinchon itaewon yeouido apgujeong suwon seongnam uijeongbu anyang bucheon pyeongtaek ansan gwacheon yongin
            paju gimpo songdo bupyeong namyangju""");
        latin(CHUNGCHEONG, "cheonan cheongju chungju asan");
        latin(HONAM, "mokpo yeosu suncheon gunsan iksan jeonju naju");
        latin(YEONGNAM, "haeundae pohang changwon masan gimhae tongyeong geoje andong gyeongju gumi jinju");
        latin(GANGWON, "chuncheon gangneung sokcho wonju pyeongchang");
        latin(JEJU, "seogwipo aewol");
    }

    Map<String, Area> korean() {
        return korean;
    }

    Map<String, Area> english() {
        return english;
    }

    private void province(Area area, String names, String latin, String districts) {
        known(area, names);
        latin(area, latin);
        known(area, districts);
        if (!districts.isBlank()) {
            for (String district : Words.of(districts)) {
                String stem = district.substring(0, district.length() - 1);
                char suffix = district.charAt(district.length() - 1);
                String ending = suffix == '구' ? "-gu" : suffix == '시' ? "-si" : "-gun";
                english.putIfAbsent(Romanisation.revised(stem) + ending, area);
            }
        }
    }

    private void known(Area area, String names) {
        if (!names.isBlank()) {
            for (String name : Words.of(names)) {
                korean.putIfAbsent(name, area);
            }
        }
    }

    private void latin(Area area, String names) {
        for (String name : Words.of(names)) {
            english.putIfAbsent(name, area);
        }
    }
}
