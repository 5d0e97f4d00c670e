using System.Text;

namespace ILGPU.Runtime.Cuda;

/// <summary>A compiled module in the context of an accelerator.</summary>
internal sealed unsafe class CudaModule
{
    private const int PtxInput = 1;
    private const int LogSizeInBytes = 16384;

    private CudaModule(nint handle) => Handle = handle;

    internal nint Handle { get; }

    /// <summary>Loads machine code; null where the driver does not take it.</summary>
    internal static CudaModule? OfCode(CudaAccelerator accelerator, byte[] code)
    {
        nint module;
        fixed (byte* image = code)
            return accelerator.Api.ModuleLoad(&module, image, 0, null, null) == CudaStatus.CUDA_SUCCESS ? new(module) : null;
    }

    /// <summary>Compiles PTX to the machine code of the device.</summary>
    /// <exception cref="CudaException">FLK411: the driver's compiler does not take it.</exception>
    internal static byte[] Compile(CudaAccelerator accelerator, string name, string ptx)
    {
        var log = stackalloc byte[LogSizeInBytes];
        log[0] = 0;
        var options = stackalloc[] { CudaJitOption.ErrorLogBuffer, CudaJitOption.ErrorLogBufferSizeInBytes };
        var values = stackalloc nint[] { (nint)log, LogSizeInBytes };
        nint state;
        var api = accelerator.Api;
        CudaException.ThrowIfFailed(api, api.LinkCreate(2, options, values, &state), "starting the compiler for", accelerator);
        try
        {
            var status = Link(api, state, ptx, out var code);
            return status == CudaStatus.CUDA_SUCCESS
                ? code
                : throw CudaException.BuildFailure(api, status, name, accelerator.ToString(), TextOf(log));
        }
        finally
        {
            api.LinkDestroy(state);
        }
    }

    private static CudaStatus Link(CudaApi api, nint state, string ptx, out byte[] code)
    {
        code = [];
        var text = Encoding.UTF8.GetBytes(ptx + '\0');
        CudaStatus status;
        fixed (byte* data = text, name = "kernel.ptx\0"u8)
            status = api.LinkAddData(state, PtxInput, data, (nuint)text.Length, name, 0, null, null);
        if (status != CudaStatus.CUDA_SUCCESS)
            return status;
        void* image;
        nuint size;
        status = api.LinkComplete(state, &image, &size);
        if (status == CudaStatus.CUDA_SUCCESS)
            code = new ReadOnlySpan<byte>(image, checked((int)size)).ToArray();
        return status;
    }

    private static string TextOf(byte* log)
    {
        var text = new ReadOnlySpan<byte>(log, LogSizeInBytes);
        var end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]).TrimEnd();
    }
}
