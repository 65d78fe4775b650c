package org.somoim.school;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the {@link Bridge} known to controllers. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    private final Bridge bridge;

    Pages(Bridge bridge) {
        this.bridge = bridge;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(bridge);
    }
}
