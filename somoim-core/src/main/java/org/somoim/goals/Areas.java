package org.somoim.goals;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;

/**
 * Where places are, as far as it is shown: a few large parts of a country, each of which many people live in.
 *
 * @param areas in the order in which they should be offered; no place is in two
 */
public record Areas(List<Area> areas) {

    /** The seventeen provinces and cities of Korea, in seven parts. */
    public static final Areas KOREA = new Areas(List.of(
            Area.of("capital", "수도권", "Seoul, Incheon and Gyeonggi", "seoul", "incheon", "gyeonggi"),
            Area.of("gangwon", "강원", "Gangwon", "gangwon"),
            Area.of("chungcheong", "충청", "Chungcheong", "daejeon", "sejong", "chungbuk", "chungnam"),
            Area.of("honam", "호남", "Honam", "gwangju", "jeonbuk", "jeonnam"),
            Area.of("daegyeong", "대구·경북", "Daegu and Gyeongbuk", "daegu", "gyeongbuk"),
            Area.of("dongnam", "부산·울산·경남", "Busan, Ulsan and Gyeongnam", "busan", "ulsan", "gyeongnam"),
            Area.of("jeju", "제주", "Jeju", "jeju")));

    /** @throws IllegalArgumentException if a place is in two, or two areas have one name */
    public Areas {
        areas = List.copyOf(areas);
        var places = areas.stream().flatMap(area -> area.places().stream()).toList();
        if (places.stream().distinct().count() < places.size()
                || areas.stream().map(Area::id).distinct().count() < areas.size()) {
            throw new IllegalArgumentException("a place lies in one area, and areas have names of their own");
        }
    }

    /** Nowhere: no places are shown. */
    public static final Areas NONE = new Areas(List.of());

    /** The area in which a place lies; empty if it lies in none. */
    public Optional<Area> around(Word place) {
        return areas.stream().filter(area -> area.contains(place)).findFirst();
    }

    /** By id. */
    public Map<Word, Area> byId() {
        Map<Word, Area> byId = new LinkedHashMap<>();
        areas.forEach(area -> byId.put(area.id(), area));
        return byId;
    }

    /**
     * A part of a country.
     *
     * @param places what lies in it
     */
    public record Area(Word id, Line inKorean, Line inEnglish, Collection<Word> places) {
        public Area {
            places = List.copyOf(places);
        }

        static Area of(String id, String inKorean, String inEnglish, String... places) {
            return new Area(
                    new Word(id),
                    Line.of(inKorean),
                    Line.of(inEnglish),
                    List.of(places).stream().map(Word::new).toList());
        }

        public boolean contains(Word place) {
            return places.contains(place);
        }
    }
}
