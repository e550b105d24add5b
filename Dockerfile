# An image of the program alone: built from the repository, installed from the package, run by an account without rights.
FROM node:26-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN npm ci && npm pack && mv trucewatch-*.tgz trucewatch.tgz

FROM node:26-bookworm-slim
LABEL org.opencontainers.image.title="trucewatch" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /build/trucewatch.tgz /tmp/trucewatch.tgz
RUN npm install --global --omit=dev /tmp/trucewatch.tgz \
    && npm cache clean --force \
    && rm /tmp/trucewatch.tgz \
    && mkdir /data \
    && chown node:node /data
USER node
ENV NODE_ENV=production \
    TRUCEWATCH_DATA=/data \
    TRUCEWATCH_HOST=0.0.0.0
VOLUME /data
EXPOSE 4180
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:4180/api/v1/status').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["trucewatch"]
CMD ["serve"]
