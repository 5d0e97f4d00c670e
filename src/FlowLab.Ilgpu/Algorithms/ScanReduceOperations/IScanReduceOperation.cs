namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>How a reduction or scan makes one value of two. It must not matter how values are bracketed, but for rounding.</summary>
public interface IScanReduceOperation<T>
    where T : struct
{
    /// <summary>The name of the operation in OpenCL's work-group functions, such as <c>add</c>.</summary>
    string CLCommand { get; }

    /// <summary>The value that changes nothing.</summary>
    T Identity { get; }

    T Apply(T first, T second);

    /// <summary>Makes the target the result of it and a value, in one step.</summary>
    void AtomicApply(ref T target, T value);
}
