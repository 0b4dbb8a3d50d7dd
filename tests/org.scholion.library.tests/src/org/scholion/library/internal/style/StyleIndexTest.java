package org.scholion.library.internal.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.undercouch.citeproc.CSL;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

class StyleIndexTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    /** When styles of a newer version come, the right index is the file that the message names. */
    @Test
    void theIndexSaysWhatTheFilesSay() throws Exception {
        List<String> lines = new ArrayList<>();
        for (URL file : Collections.list(FrameworkUtil.getBundle(CSL.class).findEntries("/", "*.csl", true))) {
            try (InputStream in = file.openStream()) {
                StyleHead head = StyleHead.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                String id = file.getPath().substring(file.getPath().lastIndexOf('/') + 1).replaceFirst("\\.csl$", "");
                lines.add(String.join("\t", id, head.title(), head.shortTitle(), head.parent(), head.format()));
                assertEquals(!head.parent().isEmpty(), file.getPath().contains("/dependent/"), id);
            }
        }
        Collections.sort(lines);
        Path right = folder.resolve("styles.tsv");
        Files.writeString(right, String.join("\n", lines) + "\n");
        try (InputStream in = StyleIndex.class.getResourceAsStream("styles.tsv")) {
            assertTrue(Files.readString(right).equals(new String(in.readAllBytes(), StandardCharsets.UTF_8)), "should be " + right);
        }
    }
}
