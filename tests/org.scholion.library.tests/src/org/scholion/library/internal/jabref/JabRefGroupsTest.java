package org.scholion.library.internal.jabref;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.Reference;
import org.scholion.library.internal.format.SourceFile;

class JabRefGroupsTest {

    @TempDir
    private Path folder;

    private List<String> groups(String text) throws Exception {
        return SourceFile.read(folder, "a.bib", text).references().stream().map(Reference::groups).map(Object::toString).toList();
    }

    @Test
    void findsTheOuterGroupsOfTheNamesInAnEntry() throws Exception {
        assertEquals(List.of("[Thesis/Methods, Elsewhere]", "[Thesis]"), groups("""
                @misc{a, groups = {Methods, Elsewhere}}
                @misc{b, groups = {Thesis}}
                @Comment{jabref-meta: grouping:
                0 AllEntriesGroup:;
                1 StaticGroup:Thesis\\;0\\;1\\;\\;\\;\\;;
                2 StaticGroup:Methods\\;0\\;1\\;0x8a8a8aff\\;\\;\\;;
                1 StaticGroup:Other\\;0\\;1\\;\\;\\;\\;;
                }
                """));
    }

    @Test
    void findsTheKeysThatOldVersionsKeptInTheTree() throws Exception {
        assertEquals(List.of("[Group1]", "[Group1/Group 1a, Group2]"), groups("""
                @misc{a2020}
                @misc{b2020}
                @comment{jabref-meta: groupstree:
                0 AllEntriesGroup:;
                1 ExplicitGroup:Group1\\;2\\;a2020\\;;
                2 ExplicitGroup:Group 1a\\;2\\;b20
                20\\;;
                1 ExplicitGroup:Group2\\;2\\;b2020\\;;
                }
                """));
    }

    @Test
    void findsTheEntriesOfAKeyword() throws Exception {
        assertEquals(List.of("[Read]", "[]", "[Ice]"), groups("""
                @misc{a, readstatus = {read}}
                @misc{b, readstatus = {unread}, keywords = {Ice age}}
                @misc{c, keywords = {water, ice}}
                @Comment{jabref-meta: grouping:
                0 AllEntriesGroup:;
                1 KeywordGroup:Read\\;0\\;readstatus\\;read\\;0\\;0\\;0\\;0x00ff00ff\\;\\;\\;;
                1 KeywordGroup:Ice\\;0\\;keywords\\;ice\\;0\\;0\\;1\\;;
                1 SearchGroup:All\\;0\\;groups !=~ .+\\;0\\;1\\;1\\;\\;\\;\\;;
                }
                """));
    }

    @Test
    void readsTheNamesOfAnEntryWithoutATree() throws Exception {
        assertEquals(List.of("[One, \u00dcber]"), groups("@misc{a, groups = {One, {\\\"U}ber}}"));
    }
}
