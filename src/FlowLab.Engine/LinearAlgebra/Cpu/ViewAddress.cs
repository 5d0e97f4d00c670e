using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Where the elements of a view lie in the memory of the processor.</summary>
internal static unsafe class ViewAddress
{
    /// <summary>The address of the first element; null for a view of none, such as a bias that is not there.</summary>
    internal static float* Of(ArrayView<float> view) => view.IsValid ? (float*)view.LoadEffectiveAddressAsPtr() : null;
}
