/** A certificate for localhost that signs itself, valid for a hundred years, and its key: made for these tests and worth nothing. */
export const certificate: { readonly cert: string; readonly key: string } = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUeTJoV4R7j7r2tIc+MA8Sksk1IwwwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzAwMTMxNFoYDzIxMjYxMDMw
MDAxMzE0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATlNWwfhLIMHXTgvn+KkosJ2zz2+sGXJgrW4iee1v4SRoxVcMZNyFaO
5naZ4y6qjovm2sWt2QjkBCUm0S4Gt+Ppo28wbTAdBgNVHQ4EFgQUV33E/ygtxnOi
gdHlh0ArNpwsLM4wHwYDVR0jBBgwFoAUV33E/ygtxnOigdHlh0ArNpwsLM4wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAO7EEJj+ix1TC3B//P3bbbnE9KaTnNtZ5y24kOa262/0AiAc
xYpOwXKDG+AXcuBaGiZb+fhWMU3ZDoWDXhcpY6Ul2w==
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLOumcD7/3kBM6nZH
4WkIJH3Mgq4hhFCf8tIvs1GiWZahRANCAATlNWwfhLIMHXTgvn+KkosJ2zz2+sGX
JgrW4iee1v4SRoxVcMZNyFaO5naZ4y6qjovm2sWt2QjkBCUm0S4Gt+Pp
-----END PRIVATE KEY-----`,
};
