using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Takes kernels from ILGPU before its front end reads them: our own reads the IL when the kernel is loaded. Only kernels with
/// <see cref="SpecializedValue{T}"/> come by way of ILGPU's front end, whose result is not looked at.
/// </summary>
internal sealed class SimdBackend(Context context) : Backend(context, CPUDevice.Default.Capabilities, BackendType.IL, null!)
{
    public override CompiledKernel Compile<TBackendHook>(in EntryPointDescription entry, in KernelSpecialization specialization, TBackendHook backendHook) =>
        new SimdCompiledKernel(Context, new(in entry, default, in specialization));

    protected override CompiledKernel Compile(EntryPoint entryPoint, in BackendContext backendContext, in KernelSpecialization specialization) =>
        new SimdCompiledKernel(Context, entryPoint);
}
