using System.Runtime.InteropServices;
using System.Text;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Machine;

namespace ILGPU.Tests.Cuda.Driver;

/// <summary>Compilation, modules and launches. Machine code is the PTX behind a few letters.</summary>
internal static unsafe partial class FakeCuda
{
    private const string Code = "CODE ";

    private static readonly Dictionary<nint, PtxModule> Modules = [];
    private static readonly Dictionary<nint, (PtxModule Module, nint Handle)> Kernels = [];
    private static readonly Dictionary<nint, FakeLink> Links = [];

    /// <summary>What was launched last.</summary>
    internal static PtxLaunch? LastLaunch { get; private set; }

    private static void AddModules()
    {
        Functions["cuLinkCreate_v2"] = (nint)(delegate* unmanaged<uint, CudaJitOption*, nint*, nint*, CudaStatus>)&LinkCreate;
        Functions["cuLinkAddData_v2"] =
            (nint)(delegate* unmanaged<nint, int, void*, nuint, byte*, uint, CudaJitOption*, nint*, CudaStatus>)&LinkAddData;
        Functions["cuLinkComplete"] = (nint)(delegate* unmanaged<nint, void**, nuint*, CudaStatus>)&LinkComplete;
        Functions["cuLinkDestroy"] = (nint)(delegate* unmanaged<nint, CudaStatus>)&LinkDestroy;
        Functions["cuModuleLoadDataEx"] = (nint)(delegate* unmanaged<nint*, byte*, uint, CudaJitOption*, nint*, CudaStatus>)&ModuleLoad;
        Functions["cuModuleUnload"] = (nint)(delegate* unmanaged<nint, CudaStatus>)&ModuleUnload;
        Functions["cuModuleGetFunction"] = (nint)(delegate* unmanaged<nint*, nint, byte*, CudaStatus>)&ModuleGetFunction;
        Functions["cuFuncGetAttribute"] = (nint)(delegate* unmanaged<int*, CudaFunctionAttribute, nint, CudaStatus>)&FunctionGetAttribute;
        Functions["cuOccupancyMaxPotentialBlockSize"] = (nint)(delegate* unmanaged<int*, int*, nint, void*, nuint, int, CudaStatus>)&PotentialBlockSize;
        Functions["cuLaunchKernel"] =
            (nint)(delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, nint*, CudaStatus>)&LaunchKernel;
    }

    [UnmanagedCallersOnly]
    private static CudaStatus LinkCreate(uint count, CudaJitOption* options, nint* values, nint* state) => Run("cuLinkCreate_v2", () =>
    {
        var handle = NewHandle();
        Links[handle] = new();
        for (var i = 0; i < count; i++)
        {
            if (options[i] == CudaJitOption.ErrorLogBuffer)
                Links[handle].Log = values[i];
            else
                Links[handle].LogSizeInBytes = (int)values[i];
        }

        return Set(state, handle);
    });

    [UnmanagedCallersOnly]
    private static CudaStatus LinkAddData(
        nint state, int kind, void* data, nuint bytes, byte* name, uint count, CudaJitOption* options, nint* values) => Run("cuLinkAddData_v2", () =>
    {
        var text = new ReadOnlySpan<byte>(data, (int)bytes);
        return kind == 1 && text[^1] == 0 ? Links[state].Compile(Encoding.UTF8.GetString(text[..^1]), Code) : CudaStatus.CUDA_ERROR_INVALID_VALUE;
    });

    [UnmanagedCallersOnly]
    private static CudaStatus LinkComplete(nint state, void** image, nuint* bytes) => Run("cuLinkComplete", () =>
    {
        *bytes = (nuint)Links[state].Image.Length;
        return Set((nint*)image, Marshal.UnsafeAddrOfPinnedArrayElement(Links[state].Image, 0));
    });

    [UnmanagedCallersOnly]
    private static CudaStatus LinkDestroy(nint state) =>
        Run("cuLinkDestroy", () => Links.Remove(state) ? CudaStatus.CUDA_SUCCESS : CudaStatus.CUDA_ERROR_INVALID_HANDLE);

    [UnmanagedCallersOnly]
    private static CudaStatus ModuleLoad(nint* module, byte* image, uint count, CudaJitOption* options, nint* values) => Run("cuModuleLoadDataEx", () =>
    {
        var text = Marshal.PtrToStringUTF8((nint)image) ?? "";
        if (!text.StartsWith(Code, StringComparison.Ordinal))
            return CudaStatus.CUDA_ERROR_INVALID_IMAGE;
        var handle = NewHandle();
        Modules[handle] = PtxParser.Parse(text[Code.Length..]);
        return Set(module, handle);
    });

    [UnmanagedCallersOnly]
    private static CudaStatus ModuleUnload(nint module) =>
        Run("cuModuleUnload", () => Modules.Remove(module) ? CudaStatus.CUDA_SUCCESS : CudaStatus.CUDA_ERROR_INVALID_HANDLE);

    [UnmanagedCallersOnly]
    private static CudaStatus ModuleGetFunction(nint* function, nint module, byte* name) => Run("cuModuleGetFunction", () =>
    {
        if (!Modules.TryGetValue(module, out var loaded) || loaded.EntryName != Marshal.PtrToStringUTF8((nint)name))
            return CudaStatus.CUDA_ERROR_NOT_FOUND;
        var handle = NewHandle();
        Kernels[handle] = (loaded, module);
        return Set(function, handle);
    });

    [UnmanagedCallersOnly]
    private static CudaStatus FunctionGetAttribute(int* value, CudaFunctionAttribute attribute, nint function) => Run("cuFuncGetAttribute", () => Set(
        value, attribute == CudaFunctionAttribute.MaxThreadsPerBlock ? Kernels[function].Module.MaxThreads : throw new NotSupportedException()));

    [UnmanagedCallersOnly]
    private static CudaStatus PotentialBlockSize(int* gridSize, int* blockSize, nint function, void* sharedSizeOf, nuint sharedSize, int limit) =>
        Run("cuOccupancyMaxPotentialBlockSize", () =>
        {
            *gridSize = 1;
            return Set(blockSize, Math.Min(256, Math.Min(limit == 0 ? int.MaxValue : limit, Kernels[function].Module.MaxThreads)));
        });

    [UnmanagedCallersOnly]
    private static CudaStatus LaunchKernel(
        nint function, uint gridX, uint gridY, uint gridZ, uint groupX, uint groupY, uint groupZ, uint sharedSize, nint stream, void** parameters, nint* extra) =>
        Run("cuLaunchKernel", () =>
        {
            if (extra[0] != 1 || extra[2] != 2 || extra[4] != 0 || parameters is not null || !Modules.ContainsKey(Kernels[function].Handle))
                return CudaStatus.CUDA_ERROR_INVALID_VALUE;
            if (sharedSize > 49152 - Kernels[function].Module.SizeOf("shared"))
                return CudaStatus.CUDA_ERROR_INVALID_VALUE;
            var arguments = new ReadOnlySpan<byte>((void*)extra[1], (int)*(nuint*)extra[3]).ToArray();
            var launch = new PtxLaunch(new((int)gridX, (int)gridY, (int)gridZ), new((int)groupX, (int)groupY, (int)groupZ), (int)sharedSize, arguments);
            LastLaunch = launch;
            return Enqueue(stream, () => Launch(Kernels[function].Module, launch));
        });

    private static void Launch(PtxModule module, PtxLaunch launch)
    {
        var memory = new PtxMemory();
        foreach (var (address, length) in Allocations)
            memory.Allow(address, length);
        new PtxMachine(module, memory).Run(launch);
    }
}
