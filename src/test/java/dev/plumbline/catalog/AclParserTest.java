package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import java.util.List;
import org.junit.jupiter.api.Test;

class AclParserTest {
    private static List<AclItem> parse(String text) {
        return parse(text, null);
    }

    private static List<AclItem> parse(String text, @org.jspecify.annotations.Nullable String marks) {
        List<AclItem> items = AclParser.parse(text, marks);
        assertThat(items).isNotNull();
        return items;
    }

    @Test
    void noStoredListIsNotAnEmptyList() {
        assertThat(AclParser.parse(null, null)).isNull();
        assertThat(parse("{}")).isEmpty();
    }

    @Test
    void aPlainEntryIsReadWithItsGrantOptions() {
        AclItem item = parse("{app=ar*w/owner}").get(0);
        assertThat(item.grantee()).isEqualTo(Grantee.role(Name.of("app")));
        assertThat(item.grantor()).isEqualTo(Grantee.role(Name.of("owner")));
        assertThat(item.letters()).isEqualTo("ar*w");
    }

    @Test
    void nobodyIsPublic() {
        assertThat(parse("{=UC/owner}").get(0).grantee().isPublic()).isTrue();
    }

    @Test
    void quotedNamesAreReadThroughBothLayersOfQuoting() {
        List<AclItem> items = parse("{\"\\\"a=r*\\\\/b\\\"=r/\\\"x,y\\\"\",\"\\\"q\\\"\\\"q\\\"=w/owner\"}");
        assertThat(items.get(0).grantee()).isEqualTo(Grantee.role(Name.of("a=r*\\/b")));
        assertThat(items.get(0).grantor()).isEqualTo(Grantee.role(Name.of("x,y")));
        assertThat(items.get(1).grantee()).isEqualTo(Grantee.role(Name.of("q\"q")));
    }

    @Test
    void aLetterNewerThanThisProgramIsKept() {
        assertThat(parse("{app=rZ/owner}").get(0).held())
                .extracting(Privilege::letter)
                .containsExactly('r', 'Z');
    }

    @Test
    void aNumberIsARoleOfThatNameUnlessItIsMarkedAsGone() {
        assertThat(parse("{16400=r/owner}").get(0).grantee()).isEqualTo(Grantee.role(Name.of("16400")));
        AclItem gone = parse("{16400=r/16401,16400=w/owner}", "gg,--").get(0);
        assertThat(gone.grantee()).isEqualTo(Grantee.dangling(16_400));
        assertThat(gone.grantor()).isEqualTo(Grantee.dangling(16_401));
        assertThat(parse("{16400=r/16401,16400=w/owner}", "gg,--").get(1).grantee())
                .isEqualTo(Grantee.role(Name.of("16400")));
    }

    @Test
    void anEntryWithoutPrivilegesIsKept() {
        assertThat(parse("{app=/owner}").get(0).held()).isEmpty();
    }
}
