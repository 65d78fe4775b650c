package org.somoim.school;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A school that is open, on a free port, with a teacher and a student. */
record OpenSchool(ConfigurableApplicationContext context) implements AutoCloseable {
    static final String TEACHER = "teacher@school.example";
    static final String STUDENT = "minji@school.example";

    static OpenSchool in(Path folder) {
        return new OpenSchool(SpringApplication.run(
                School.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--school.database=" + folder.resolve("data/school.db"),
                "--school.people[0].email=" + TEACHER,
                "--school.people[0].name=Ms. Han",
                "--school.people[0].password={noop}chalk",
                "--school.people[0].is-head=true",
                "--school.people[1].email=" + STUDENT,
                "--school.people[1].name=민지",
                "--school.people[1].password={noop}연필"));
    }

    Visitor nobody() {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return Visitor.nobody(URI.create("http://127.0.0.1:" + port + "/"));
    }

    /** From now on the database does not answer. */
    void loseDatabase() throws Exception {
        ((AutoCloseable) context.getBean("dataSource")).close();
    }

    @Override
    public void close() {
        context.close();
    }
}
