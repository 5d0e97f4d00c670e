using System.Globalization;
using System.Runtime.InteropServices;

namespace ILGPU.Runtime.Cuda;

/// <summary>The CUDA driver reported an error. The message names it, what was attempted and what to do.</summary>
internal sealed class CudaException : InvalidOperationException
{
    private CudaException(CudaStatus status, string message)
        : base(message) =>
        Status = status;

    internal CudaStatus Status { get; }

    /// <param name="api">The driver, which knows the names of its errors.</param>
    /// <param name="status">What the function returned.</param>
    /// <param name="attempt">What was attempted, such as <c>waiting for</c>.</param>
    /// <param name="subject">On what: a device or kernel.</param>
    internal static void ThrowIfFailed(CudaApi api, CudaStatus status, string attempt, object subject)
    {
        if (status != CudaStatus.CUDA_SUCCESS)
            throw Of(api, status, $"{attempt} {subject}");
    }

    internal static CudaException Of(CudaApi api, CudaStatus status, string attempt) => status == CudaStatus.CUDA_ERROR_OUT_OF_MEMORY
        ? OutOfMemory(api, attempt, "")
        : new(status, $"FLK410: {attempt} failed: CUDA says {NameOf(api, status)}. {RemedyOf(status)}");

    /// <param name="api">The driver.</param>
    /// <param name="attempt">What was attempted.</param>
    /// <param name="detail">A sentence about what is free, with a space before it, or nothing.</param>
    internal static CudaException OutOfMemory(CudaApi api, string attempt, string detail) => new(
        CudaStatus.CUDA_ERROR_OUT_OF_MEMORY,
        $"FLK412: {attempt} failed: CUDA says {NameOf(api, CudaStatus.CUDA_ERROR_OUT_OF_MEMORY)}.{detail} Dispose buffers that are not needed, use smaller batches, or end other programs on the device.");

    internal static CudaException BuildFailure(CudaApi api, CudaStatus status, string kernel, string device, string log) => new(
        status,
        $"FLK411: the driver's compiler does not take the PTX of {kernel} for {device}: CUDA says {NameOf(api, status)}. Update the driver; if that does not help, report this with the compiler's words:"
        + $"{Environment.NewLine}{log}");

    private static unsafe string NameOf(CudaApi api, CudaStatus status)
    {
        byte* name;
        byte* text;
        var hasName = api.GetErrorName(status, &name) == CudaStatus.CUDA_SUCCESS && name is not null;
        var hasText = api.GetErrorString(status, &text) == CudaStatus.CUDA_SUCCESS && text is not null;
        var known = hasName ? Marshal.PtrToStringUTF8((nint)name) : "error";
        var meaning = hasText ? $", {Marshal.PtrToStringUTF8((nint)text)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{known} ({(int)status}){meaning}");
    }

    private static string RemedyOf(CudaStatus status) => status switch
    {
        CudaStatus.CUDA_ERROR_ILLEGAL_ADDRESS or CudaStatus.CUDA_ERROR_MISALIGNED_ADDRESS or CudaStatus.CUDA_ERROR_INVALID_ADDRESS_SPACE
            or CudaStatus.CUDA_ERROR_LAUNCH_FAILED or CudaStatus.CUDA_ERROR_ILLEGAL_INSTRUCTION or CudaStatus.CUDA_ERROR_INVALID_PC
            or CudaStatus.CUDA_ERROR_HARDWARE_STACK_ERROR =>
            "A kernel that was launched before read or wrote outside of its views; the device is of no more use to this process. "
            + "Run the same on the CPU with FLOWLAB_BOUNDS_CHECKS=1, which names the kernel and the index.",
        CudaStatus.CUDA_ERROR_LAUNCH_TIMEOUT =>
            "A kernel ran longer than a device that draws the screen allows. Launch over smaller parts, or use a device without a screen.",
        CudaStatus.CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES => "Launch with smaller groups or less shared memory.",
        CudaStatus.CUDA_ERROR_DEVICE_UNAVAILABLE or CudaStatus.CUDA_ERROR_NO_DEVICE or CudaStatus.CUDA_ERROR_INVALID_DEVICE =>
            "Another program may hold the device for itself, or it was taken away; nvidia-smi shows both.",
        CudaStatus.CUDA_ERROR_ECC_UNCORRECTABLE => "The memory of the device is damaged; reset the device, and replace it if that does not help.",
        CudaStatus.CUDA_ERROR_SYSTEM_DRIVER_MISMATCH or CudaStatus.CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE =>
            "The driver's library and its kernel module have different versions; restart the machine after an update of the driver.",
        _ => "This is a fault of FlowLab or of the driver; update the driver, and report it if that does not help.",
    };
}
