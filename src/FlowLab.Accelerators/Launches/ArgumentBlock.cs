using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Launches;

/// <summary>
/// The arguments of a launch as kernels read them: in the slots of <see cref="ArgumentSlots"/>, numbers in the low bytes of theirs.
/// </summary>
internal static unsafe class ArgumentBlock
{
    /// <summary>Pushes the scalar of a parameter; the block is the first argument of the emitted method.</summary>
    internal static void EmitLoad(ILGenerator il, IRParameter parameter)
    {
        EmitAddress(il, OpCodes.Ldarg_0, parameter.Slot);
        il.Emit(LoadOf(parameter.Value.Type));
    }

    /// <summary>Pushes the address of a slot of the block that <paramref name="block"/> pushes.</summary>
    internal static void EmitAddress(ILGenerator il, OpCode block, int slot)
    {
        il.Emit(block);
        if (slot == 0)
            return;
        il.Emit(OpCodes.Ldc_I4, slot * ArgumentSlots.SizeInBytes);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }

    internal static OpCode StoreOf(IRType type) => type switch
    {
        IRType.Int64 => OpCodes.Stind_I8,
        IRType.Float32 => OpCodes.Stind_R4,
        IRType.Float64 => OpCodes.Stind_R8,
        _ => OpCodes.Stind_I4,
    };

    /// <summary>The method that writes the three slots of a view.</summary>
    internal static MethodInfo ViewWriter(Type view) => Writer.MakeGenericMethod(view);

    private static MethodInfo Writer => field ??= typeof(ArgumentBlock).GetMethod(nameof(WriteView), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static OpCode LoadOf(IRType type) => type switch
    {
        IRType.Int64 or IRType.Pointer => OpCodes.Ldind_I8,
        IRType.Float32 => OpCodes.Ldind_R4,
        IRType.Float64 => OpCodes.Ldind_R8,
        _ => OpCodes.Ldind_I4,
    };

    /// <summary>Not inlined: so the launcher keeps its arguments, and with them the buffers, alive until the launch is done.</summary>
    /// <exception cref="ObjectDisposedException">The buffer of the view was disposed.</exception>
    /// <exception cref="ArgumentException">FLK207: the view belongs to another accelerator.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteView<TView>(ref TView view, Kernel kernel, int parameter, long* slots)
        where TView : struct, IContiguousArrayView
    {
        var buffer = view.Buffer;
        if (buffer is null)
        {
            (slots[0], slots[ArgumentSlots.Length], slots[ArgumentSlots.Offset]) = (0, 0, 0);
            return;
        }

        if (buffer.Accelerator != kernel.Accelerator || buffer.IsDisposed)
            Refuse(buffer, kernel, typeof(TView), parameter);
        var offset = view.IndexInBytes;
        (slots[0], slots[ArgumentSlots.Length], slots[ArgumentSlots.Offset]) = (buffer.NativePtr + (nint)offset, view.Length, offset);
    }

    [DoesNotReturn]
    private static void Refuse(MemoryBuffer buffer, Kernel kernel, Type type, int parameter)
    {
        var view = $"the view of {type.GetGenericArguments()[0].Name} in kernel parameter {parameter}";
        if (buffer.IsDisposed)
            throw new ObjectDisposedException(nameof(MemoryBuffer), $"FLK207: {view} points into a buffer that was disposed.");
        throw new ArgumentException(
            $"FLK207: {view} belongs to another accelerator, {buffer.Accelerator.Name}; the kernel runs on {kernel.Accelerator.Name}. Copy the data over first.");
    }
}
