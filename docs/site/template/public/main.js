export default {
  iconLinks: [{ icon: "github", href: "https://github.com/softmaxgen/SoftmaxGen", title: "Source" }],
};
