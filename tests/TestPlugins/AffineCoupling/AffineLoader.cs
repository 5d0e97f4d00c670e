using FlowLab.Networks;
using ILGPU.Runtime;

namespace AffineCoupling;

/// <summary>Loads the kernels closed over the exact type of the networks; both have the same.</summary>
internal sealed class AffineLoader(Accelerator accelerator, IConditioner odd, int evenParameters, int oddParameters, int half, int dimension, int length)
    : IConditionerVisitor<IAffinePasses>
{
    public IAffinePasses Visit<TNetwork>(TNetwork network)
        where TNetwork : unmanaged, IConditionerKernel =>
        new AffinePasses<TNetwork>(accelerator, new AffineLayers<TNetwork>(network, odd.Accept(new SameType<TNetwork>()), evenParameters, oddParameters, half, dimension, length));
}
