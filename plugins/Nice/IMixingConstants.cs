using FlowLab.Flows;
using FlowLab.Networks;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Nice;

/// <summary>The random maps of all seeds and layers on the device.</summary>
internal interface IMixingConstants : IDisposable
{
    /// <summary>Draws the maps of every seed.</summary>
    void Draw(FlowSeeds seeds);

    /// <summary>The maps of a seed, one per layer.</summary>
    IReadOnlyList<FlowConstant> Of(int position);

    /// <summary>The passes of a flow that mixes with these maps.</summary>
    INicePasses LoadPasses(Accelerator accelerator, IConditioner even, IConditioner odd);
}
