package org.scholion.manuscript.word.internal.write;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody has a document open: Word and LibreOffice put a file beside it then. */
final class LockFile {

    private static final int SHORT = 6;
    private static final int LONG = 8;

    private LockFile() {}

    static boolean isLocked(Path document) {
        Path folder = document.toAbsolutePath().getParent();
        if (folder == null) {
            return false;
        }
        String name = String.valueOf(document.getFileName());
        return Files.exists(folder.resolve("~$" + shortened(name))) || Files.exists(folder.resolve(".~lock." + name + "#"));
    }

    /** Word leaves out the first two letters of a longer name, and one of a name in between. */
    private static String shortened(String name) {
        int stem = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return stem >= LONG ? name.substring(2) : stem > SHORT ? name.substring(1) : name;
    }

    /** A name beside the document that no file has. */
    static Path beside(Path document) {
        String name = String.valueOf(document.getFileName());
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        Path free = document.resolveSibling(name.substring(0, dot) + " (Scholion)" + name.substring(dot));
        for (int i = 2; Files.exists(free); i++) {
            free = document.resolveSibling(name.substring(0, dot) + " (Scholion " + i + ")" + name.substring(dot));
        }
        return free;
    }
}
