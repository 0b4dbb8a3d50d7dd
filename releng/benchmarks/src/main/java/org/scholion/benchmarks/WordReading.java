package org.scholion.benchmarks;

import java.nio.file.Path;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.text.CancelToken;

/** Ways to read a Word document. Started as a program it reads one once, to find out in how much memory that works. */
enum WordReading {

    /** To blocks of prose with their places. */
    SCHOLION {
        @Override
        Object read(Path file) throws Exception {
            return new WordReader().read(file, OpenTexts.NONE, CancelToken.NEVER);
        }
    },

    /** To POI's document model and its plain text. */
    POI {
        @Override
        Object read(Path file) throws Exception {
            OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
            try {
                XWPFDocument document = new XWPFDocument(opened);
                try (XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
                    extractor.setCloseFilesystem(false);
                    return new PoiResult(document, extractor.getText());
                }
            } finally {
                opened.revert();
            }
        }
    };

    /** What somebody holds who goes on working with it. */
    record PoiResult(XWPFDocument document, String text) {}

    /** Reads all of a document. */
    abstract Object read(Path file) throws Exception;

    /** Arguments: which one, and the document. */
    public static void main(String[] arguments) throws Exception {
        Object read = valueOf(arguments[0]).read(Path.of(arguments[1]));
        System.exit(read.hashCode() == 0 ? 1 : 0);
    }
}
