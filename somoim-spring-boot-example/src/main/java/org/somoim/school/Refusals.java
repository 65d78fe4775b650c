package org.somoim.school;

import java.net.URI;
import java.util.NoSuchElementException;
import org.somoim.http.wire.Problem;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.StoreFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What was turned down, in the words of whoever turned it down, as RFC 9457 has it. */
@RestControllerAdvice
class Refusals {

    // tag::spring-boot-refusals
    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        Problem problem = Problem.of(refusal).under(Community.MOUNT);
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(problem.status()), problem.detail());
        detail.setType(URI.create(problem.type()));
        detail.setTitle(problem.title());
        detail.setProperty("code", problem.code());
        return detail;
    }
    // end::spring-boot-refusals

    @ExceptionHandler
    ProblemDetail failed(StoreFailure failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The database is busy or not to be reached. Try again in a moment.");
    }

    @ExceptionHandler
    ProblemDetail taken(Courses.TitleTaken taken) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "There is a course of that title. Choose another.");
    }

    @ExceptionHandler
    ProblemDetail missing(NoSuchElementException missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such course.");
    }
}
