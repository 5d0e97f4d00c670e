using System.Globalization;

namespace ILGPU.Runtime.OpenCL;

/// <summary>OpenCL reported an error. The message names it, what was attempted and what to do.</summary>
internal sealed class CLException : InvalidOperationException
{
    private CLException(CLStatus status, string message)
        : base(message) =>
        Status = status;

    internal CLStatus Status { get; }

    /// <param name="status">What the function returned.</param>
    /// <param name="attempt">What was attempted, such as <c>copying between buffers on</c>.</param>
    /// <param name="subject">What the attempt was about, where it is said apart.</param>
    internal static void ThrowIfFailed(CLStatus status, string attempt, object? subject = null)
    {
        if (status != CLStatus.CL_SUCCESS)
            throw Of(status, subject is null ? attempt : $"{attempt} {subject}");
    }

    internal static CLException Of(CLStatus status, string attempt) => IsOutOfMemory(status)
        ? OutOfMemory(status, attempt, "")
        : new(status, $"FLK310: {attempt} failed: OpenCL says {NameOf(status)}. {RemedyOf(status)}");

    /// <param name="status">What the function returned.</param>
    /// <param name="attempt">What was attempted.</param>
    /// <param name="detail">A sentence about limits that are known, with a space before it, or nothing.</param>
    internal static CLException OutOfMemory(CLStatus status, string attempt, string detail) => new(
        status, $"FLK312: {attempt} failed: OpenCL says {NameOf(status)}.{detail} Dispose buffers that are not needed, use smaller batches, or run on a device with more memory.");

    internal static CLException BuildFailure(CLStatus status, string kernel, string device, string log) => new(
        status, $"FLK311: the compiler of {device} does not take the OpenCL C of {kernel} ({NameOf(status)}). Update the driver; if that does not help, report this with the compiler's words:"
        + $"{Environment.NewLine}{log}");

    internal static bool IsOutOfMemory(CLStatus status) =>
        status is CLStatus.CL_MEM_OBJECT_ALLOCATION_FAILURE or CLStatus.CL_OUT_OF_HOST_MEMORY or CLStatus.CL_INVALID_BUFFER_SIZE;

    private static string NameOf(CLStatus status) => Enum.IsDefined(status)
        ? string.Create(CultureInfo.InvariantCulture, $"{status} ({(int)status})")
        : string.Create(CultureInfo.InvariantCulture, $"error {(int)status}");

    private static string RemedyOf(CLStatus status) => status switch
    {
        CLStatus.CL_DEVICE_NOT_AVAILABLE or CLStatus.CL_INVALID_DEVICE =>
            "Another program may hold the device, or it was taken away; flowlab devices lists what there is.",
        CLStatus.CL_OUT_OF_RESOURCES or CLStatus.CL_INVALID_WORK_GROUP_SIZE or CLStatus.CL_INVALID_WORK_ITEM_SIZE =>
            "Launch with smaller groups or less shared memory; a kernel that reads or writes outside of its buffers ends so too on some devices.",
        CLStatus.CL_COMPILER_NOT_AVAILABLE => "Install the whole driver: this one has no compiler.",
        _ => "This is a fault of FlowLab or of the driver; update the driver, and report it if that does not help.",
    };
}
