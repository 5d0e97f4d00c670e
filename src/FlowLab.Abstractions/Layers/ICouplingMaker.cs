using FlowLab.Networks;
using ILGPU.Runtime;

namespace FlowLab.Layers;

/// <summary>Loads the passes of layers with two networks of one kernel type, see <see cref="Couplings.Load"/>.</summary>
public interface ICouplingMaker
{
    /// <summary>Loads the passes.</summary>
    /// <param name="accelerator">The device.</param>
    /// <param name="layers">What the layers consist of.</param>
    /// <param name="even">The network of even layers.</param>
    /// <param name="odd">The network of odd layers.</param>
    ILayerLaunches Load<TNetwork>(Accelerator accelerator, NetworkLayers layers, TNetwork even, TNetwork odd)
        where TNetwork : unmanaged, IConditionerKernel;
}
