package org.somoim.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Everything of ours that is not a test. */
public final class Shipped {
    public static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // The core's tests are on the class path as a jar of their own.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.somoim");

    private Shipped() {}
}
