package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.ManuscriptWriter;

/** The services of this bundle, where it runs in a framework. */
class ServicesTest {

    @Test
    void theReaderAndTheWriterAreThere() throws Exception {
        Optional<Bundle> host = Optional.ofNullable(FrameworkUtil.getBundle(LatexReader.class));
        assumeTrue(host.isPresent(), "not in a framework");
        Bundle bundle = host.get();
        bundle.start(Bundle.START_TRANSIENT);
        BundleContext context = bundle.getBundleContext();
        assertEquals(1, context.getServiceReferences(ManuscriptReader.class, "(format=latex)").size());
        var writer = context.getServiceReferences(ManuscriptWriter.class, "(format=latex)").iterator().next();
        assertNotNull(context.getService(writer));
    }

    @Test
    void everyMessageIsThereInBothLanguages() throws Exception {
        for (String file : new String[] {"messages.properties", "messages_zh.properties"}) {
            var properties = new Properties();
            try (var stream = Messages.class.getResourceAsStream(file)) {
                properties.load(stream);
            }
            for (var field : Messages.class.getFields()) {
                if (field.getType() == String.class && field.getDeclaringClass() == Messages.class) {
                    assertNotNull(properties.remove(field.getName()), file + ": " + field.getName());
                }
            }
            assertEquals(Map.of(), properties);
        }
    }
}
