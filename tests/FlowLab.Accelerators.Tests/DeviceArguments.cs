using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Tests;

/// <summary>Copies of the buffers below arguments on another accelerator, and the arguments with views of these, also inside of structs.</summary>
internal sealed class DeviceArguments(Accelerator accelerator) : IDisposable
{
    private const BindingFlags AllFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly MethodInfo ViewMethod = typeof(DeviceArguments).GetMethod(nameof(ViewOnDevice), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<MemoryBuffer, MemoryBuffer> _copies = [];

    internal object[] Of(IEnumerable<object> arguments) => [.. arguments.Select(OnDevice)];

    /// <summary>Brings the results back into the original buffers.</summary>
    internal void CopyBack()
    {
        foreach (var (original, copy) in _copies)
            copy.AsRawArrayView().CopyTo(original.AsRawArrayView());
        accelerator.Synchronize();
    }

    public void Dispose()
    {
        foreach (var copy in _copies.Values)
            copy.Dispose();
    }

    private object OnDevice(object argument)
    {
        var type = argument.GetType();
        if (type.IsPrimitive || type.IsEnum)
            return argument;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView<>))
            return ViewMethod.MakeGenericMethod(type.GetGenericArguments()).Invoke(this, [argument])!;
        var copy = RuntimeHelpers.GetObjectValue(argument)!;
        foreach (var field in type.GetFields(AllFields))
            field.SetValue(copy, OnDevice(field.GetValue(copy)!));
        return copy;
    }

    private ArrayView<T> ViewOnDevice<T>(ArrayView<T> view)
        where T : unmanaged
    {
        if (!view.IsValid)
            return default;
        IContiguousArrayView contiguous = view;
        if (!_copies.TryGetValue(contiguous.Buffer, out var copy))
        {
            _copies[contiguous.Buffer] = copy = accelerator.AllocateRaw(contiguous.Buffer.LengthInBytes, 1);
            contiguous.Buffer.AsRawArrayView().CopyTo(copy.AsRawArrayView());
        }

        return copy.AsRawArrayView(contiguous.IndexInBytes, contiguous.LengthInBytes).Cast<T>();
    }
}
