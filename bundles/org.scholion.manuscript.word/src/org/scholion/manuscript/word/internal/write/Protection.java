package org.scholion.manuscript.word.internal.write;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.manuscript.word.internal.opc.PartText;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.manuscript.word.internal.xml.XmlParts;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What the author of a document allows others to change. */
final class Protection {

    private Protection() {}

    /** @throws ManuscriptException when the document is signed, or its protection does not allow that kind of change */
    static void check(Path file, WordPackage document, Mode mode, CancelToken cancel) throws ManuscriptException, CancelledException {
        if (document.signed()) {
            throw new ManuscriptException(file, NLS.bind(Messages.signed, file));
        }
        String allowed = protection(document.settings(), cancel);
        boolean possible = switch (allowed) {
            case "", "none" -> true;
            case "trackedChanges" -> mode != Mode.PLAIN;
            case "comments" -> mode == Mode.COMMENTS;
            default -> false;
        };
        if (!possible) {
            throw new ManuscriptException(file, NLS.bind(Messages.isProtected, file));
        }
    }

    /** The value of {@code w:edit} where a protection is in force (ECMA-376 part 1, 17.15.1.29); empty where none is. */
    private static String protection(Optional<PartText> settings, CancelToken cancel) throws CancelledException {
        StringBuilder allowed = new StringBuilder();
        if (settings.isPresent()) {
            try {
                new XmlParts().read(settings.get().text(), Set.of("w:settings"), element -> {
                    if (element.is("w:documentProtection") && isOn(element)) {
                        allowed.append(element.attribute("w:edit").orElse("none"));
                    }
                }, cancel);
            } catch (XmlSyntaxException e) {
                // Word would not open it either; nothing is known to be forbidden
                return "";
            }
        }
        return allowed.toString();
    }

    private static boolean isOn(XmlElement protection) {
        return protection.attribute("w:enforcement").map(XmlElement::isOn).orElse(false);
    }
}
