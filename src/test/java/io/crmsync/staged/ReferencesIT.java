package io.crmsync.staged;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.crmsync.localapp.WorkerClassPath;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A class that the slim jar lacks would be noticed when a request needs it. So every class that our
 * own ones name is looked for.
 */
class ReferencesIT {
  private final Path jar = StagedApp.ofThisBuild().appJar();

  @Test
  void everyClassThatOursNameIsInTheJarOrTheWorkersOrJavas() throws IOException {
    Set<String> named =
        Stream.of("adapters", "domain", "functions", "sync")
            .flatMap(this::classesOf)
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .map(JavaClass::getBaseComponentType)
            .filter(type -> !type.isPrimitive())
            .map(JavaClass::getName)
            .filter(name -> !name.startsWith("java."))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named)
        .contains("com.microsoft.graph.users.item.contacts.item.ContactItemRequestBuilder")
        .isSubsetOf(there());
  }

  private Stream<JavaClass> classesOf(String part) {
    return new ClassFileImporter().importUrl(inside("io/crmsync/" + part + "/")).stream();
  }

  private URL inside(String folder) {
    try {
      return new URL("jar:" + jar.toUri() + "!/" + folder);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<String> there() throws IOException {
    List<Path> jars = new ArrayList<>(WorkerClassPath.ofTheWorker());
    jars.add(jar);
    Set<String> names = new TreeSet<>();
    for (Path one : jars) {
      JarEntries.of(one)
          .classes()
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .forEach(names::add);
    }
    return names;
  }
}
