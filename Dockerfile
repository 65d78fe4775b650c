# The example host on Spring Boot. Build:  docker build -t somoim-school .
# Run:  docker run -p 8000:8000 -v school:/data -e SCHOOL_PEOPLE_0_EMAIL=... somoim-school

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
RUN mvn -B -ntp -pl somoim-spring-boot-example -am package -DskipTests

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /data --create-home somoim && chmod 700 /data
COPY --from=build /source/somoim-spring-boot-example/target/somoim-spring-boot-example-*.jar /app/school.jar
COPY deploy/health /app/health
USER 10001
ENV SCHOOL_DATABASE=/data/school.db
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=5s --retries=3 CMD ["bash", "/app/health"]
# Room for threads, maps of files and the driver's own memory beside the heap.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/school.jar"]
