using System.Globalization;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>OpenCL reported an error. The message names it, what was attempted and what to do.</summary>
public sealed class OpenCl12Exception : AcceleratorException
{
    private OpenCl12Exception(OpenClStatus status, string message)
        : base(message) =>
        Status = status;

    /// <inheritdoc/>
    public override AcceleratorType AcceleratorType => AcceleratorType.OpenCL;

    internal OpenClStatus Status { get; }

    /// <param name="status">What the function returned.</param>
    /// <param name="attempt">What was attempted, such as <c>copying between buffers on</c>.</param>
    /// <param name="subject">What the attempt was about, where it is said apart.</param>
    internal static void ThrowIfFailed(OpenClStatus status, string attempt, object? subject = null)
    {
        if (status != OpenClStatus.CL_SUCCESS)
            throw Of(status, subject is null ? attempt : $"{attempt} {subject}");
    }

    internal static OpenCl12Exception Of(OpenClStatus status, string attempt) => IsOutOfMemory(status)
        ? OutOfMemory(status, attempt, "")
        : new(status, $"FLK310: {attempt} failed: OpenCL says {NameOf(status)}. {RemedyOf(status)}");

    /// <param name="status">What the function returned.</param>
    /// <param name="attempt">What was attempted.</param>
    /// <param name="detail">A sentence about limits that are known, with a space before it, or nothing.</param>
    internal static OpenCl12Exception OutOfMemory(OpenClStatus status, string attempt, string detail) => new(
        status, $"FLK312: {attempt} failed: OpenCL says {NameOf(status)}.{detail} Dispose buffers that are not needed, use smaller batches, or run on a device with more memory.");

    internal static OpenCl12Exception BuildFailure(OpenClStatus status, string kernel, string device, string log) => new(
        status, $"FLK311: the compiler of {device} does not take the OpenCL C of {kernel} ({NameOf(status)}). Update the driver; if that does not help, report this with the compiler's words:"
        + $"{Environment.NewLine}{log}");

    internal static bool IsOutOfMemory(OpenClStatus status) =>
        status is OpenClStatus.CL_MEM_OBJECT_ALLOCATION_FAILURE or OpenClStatus.CL_OUT_OF_HOST_MEMORY or OpenClStatus.CL_INVALID_BUFFER_SIZE;

    private static string NameOf(OpenClStatus status) => Enum.IsDefined(status)
        ? string.Create(CultureInfo.InvariantCulture, $"{status} ({(int)status})")
        : string.Create(CultureInfo.InvariantCulture, $"error {(int)status}");

    private static string RemedyOf(OpenClStatus status) => status switch
    {
        OpenClStatus.CL_DEVICE_NOT_AVAILABLE or OpenClStatus.CL_INVALID_DEVICE =>
            "Another program may hold the device, or it was taken away; flowlab devices lists what there is.",
        OpenClStatus.CL_OUT_OF_RESOURCES or OpenClStatus.CL_INVALID_WORK_GROUP_SIZE or OpenClStatus.CL_INVALID_WORK_ITEM_SIZE =>
            "Launch with smaller groups or less shared memory; a kernel that reads or writes outside of its buffers ends so too on some devices.",
        OpenClStatus.CL_COMPILER_NOT_AVAILABLE => "Install the whole driver: this one has no compiler.",
        _ => "This is a fault of FlowLab or of the driver; update the driver, and report it if that does not help.",
    };
}
