using FlowLab.Accelerators.Frontend;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>A kernel on its way from ILGPU to us: the method, and how its instances are numbered.</summary>
internal sealed class OpenCl12CompiledKernel(Context context, EntryPoint entryPoint) : CompiledKernel(context, entryPoint, null)
{
    internal KernelEntry Entry { get; } = KernelEntry.Of(entryPoint);
}
