using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Takes kernels from ILGPU before its front end reads them: our own reads the IL when the kernel is loaded. Only kernels with
/// <see cref="SpecializedValue{T}"/> come by way of ILGPU's front end, whose result is not looked at.
/// </summary>
internal sealed class OpenCl12Backend(Context context, CapabilityContext capabilities) : Backend(context, capabilities, BackendType.IL, null!)
{
    public override CompiledKernel Compile<TBackendHook>(in EntryPointDescription entry, in KernelSpecialization specialization, TBackendHook backendHook) =>
        new OpenCl12CompiledKernel(Context, new(in entry, default, in specialization));

    protected override CompiledKernel Compile(EntryPoint entryPoint, in BackendContext backendContext, in KernelSpecialization specialization) =>
        new OpenCl12CompiledKernel(Context, entryPoint);
}
