using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests;

/// <summary>Copies of the buffers below arguments on another device, and the arguments with views of these, also inside of structs.</summary>
internal sealed class DeviceArguments(Accelerator accelerator) : IDisposable
{
    private const BindingFlags AllFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly MethodInfo ViewMethod = typeof(DeviceArguments).GetMethod(nameof(ViewOnDevice), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<MemoryBuffer, MemoryBuffer1D<byte, Stride1D.Dense>> _copies = [];

    internal object[] Of(IEnumerable<object> arguments) => [.. arguments.Select(OnDevice)];

    /// <summary>Brings the results back into the original buffers.</summary>
    internal void CopyBack()
    {
        foreach ((MemoryBuffer original, MemoryBuffer1D<byte, Stride1D.Dense> copy) in _copies)
            Bytes(original).CopyFromCPU(copy.GetAsArray1D());
    }

    public void Dispose()
    {
        foreach (MemoryBuffer1D<byte, Stride1D.Dense> copy in _copies.Values)
            copy.Dispose();
    }

    private object OnDevice(object argument)
    {
        Type type = argument.GetType();
        if (type.IsPrimitive || type.IsEnum)
            return argument;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView<>))
            return ViewMethod.MakeGenericMethod(type.GetGenericArguments()).Invoke(this, [argument])!;
        object copy = RuntimeHelpers.GetObjectValue(argument)!;
        foreach (FieldInfo field in type.GetFields(AllFields))
            field.SetValue(copy, OnDevice(field.GetValue(copy)!));
        return copy;
    }

    private ArrayView<T> ViewOnDevice<T>(ArrayView<T> view)
        where T : unmanaged
    {
        if (!view.IsValid)
            return default;
        MemoryBuffer buffer = ((IArrayView)view).Buffer;
        if (!_copies.TryGetValue(buffer, out MemoryBuffer1D<byte, Stride1D.Dense>? copy))
            _copies[buffer] = copy = accelerator.Allocate1D(Bytes(buffer).GetAsArray());
        return copy.View.BaseView.SubView(((IContiguousArrayView)view).IndexInBytes, view.LengthInBytes).Cast<T>();
    }

    private static ArrayView<byte> Bytes(MemoryBuffer buffer) => new(buffer, 0, buffer.LengthInBytes);
}
