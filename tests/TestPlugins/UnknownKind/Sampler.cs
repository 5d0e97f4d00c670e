using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace UnknownKind;

public sealed class SamplerAttribute(string name) : ComponentAttribute("sampler", name);

[Sampler("gibbs", Summary = "A kind of component that FlowLab does not know.")]
public sealed class Sampler;
