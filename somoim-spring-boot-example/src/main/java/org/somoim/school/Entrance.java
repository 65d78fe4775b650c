package org.somoim.school;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Who gets in: the school's own log-in for the school's own pages; the community asks by itself. */
@Configuration(proxyBeanMethods = false)
class Entrance {

    @Bean
    SecurityFilterChain filters(HttpSecurity http) {
        return http.authorizeHttpRequests(asked -> asked.requestMatchers(Community.MOUNT + "/**", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // There are no cookies. Browsers send a password by themselves too, but a foreign page cannot send
                // JSON, and
                // every change here takes nothing else.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    UserDetailsService people(Office office) {
        List<UserDetails> all = office.people().stream()
                .map(person -> User.withUsername(person.email())
                        .password(person.password())
                        .roles("PERSON")
                        .build())
                .toList();
        return new InMemoryUserDetailsManager(all);
    }
}
