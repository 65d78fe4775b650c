package planted.sqlite.groups;

import org.apache.ibatis.annotations.Select;

/** Pastes what somebody typed into a statement. */
interface Pasted {
    @Select("select id from somoim_groups where name = '${name}'")
    long find(String name);
}
