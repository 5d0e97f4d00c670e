using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>
/// One method at one call: walks its IL in reverse post-order with an evaluation stack of scalarised values and appends what it
/// computes to the kernel. A call makes a frame of its own, so that in the end everything is inlined.
/// </summary>
internal sealed partial class MethodFrame
{
    private readonly Compilation _compilation;
    private readonly MethodFrame? _caller;
    private readonly IRLocation? _callLocation;
    private readonly ILBody _body;
    private readonly Variable[] _arguments;
    private readonly Variable[] _locals;
    private readonly Dictionary<ILBlock, IRBlock> _blocks = [];
    private readonly Stack<KernelValue> _stack = new();
    private ILInstruction? _previous;

    internal MethodFrame(Compilation compilation, MethodBase method, KernelValue[] arguments, MethodFrame? caller)
    {
        (_compilation, Method, _caller, _callLocation) = (compilation, method, caller, compilation.Location);
        _compilation.Location = new(method, 0, _callLocation);
        _body = compilation.BodyOf(method);
        if (_body.Body.ExceptionHandlingClauses.Count > 0)
            throw Refuse(KernelRefusal.Exceptions);
        _arguments = new Variable[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            _arguments[i] = ArgumentOf(arguments[i], i);
        _locals = new Variable[_body.Locals.Count];
        for (var i = 0; i < _locals.Length; i++)
            _locals[i] = LocalOf(_body.Locals[i]);
    }

    internal MethodBase Method { get; }

    internal Compilation Compilation => _compilation;

    internal SsaBuilder Ssa => _compilation.Ssa;

    internal IRKernel Kernel => _compilation.Kernel;

    /// <summary>ILGPU's code and ours: its checks are for the host, kernels leave them out.</summary>
    private bool IsTrusted => Compilation.IsTrusted(Method.Module);

    /// <summary>Appends the whole method; the result is null for void.</summary>
    internal KernelValue? Run()
    {
        EnterFirstBlock();
        foreach (var block in _body.Blocks)
        {
            if (_blocks.TryGetValue(block, out var target))
                RunBlock(block, target);
            SealLoopsOf(block);
        }

        _compilation.Location = _callLocation;
        return Leave();
    }

    internal KernelRefusedException Refuse(KernelRefusal refusal, string detail = "") => _compilation.Refuse(refusal, detail);

    internal IRValue Emit(IROpcode opcode, IRType type, params ReadOnlySpan<IRValue> operands) => Ssa.Emit(opcode, type, operands);

    internal bool IsRunning(MethodBase method)
    {
        for (var frame = this; frame is not null; frame = frame._caller)
        {
            if (frame.Method == method)
                return true;
        }

        return false;
    }

    private Variable ArgumentOf(KernelValue value, int index)
    {
        var key = new VariableKey(Method, true, index);
        var isFrozen = !_body.IsAssigned(index) && !_compilation.Changing.Contains(key);
        var variable = new Variable(key, _compilation.LayoutOf(value.Type), isFrozen);
        variable.Write(Ssa, value.Leaves);
        return variable;
    }

    private Variable LocalOf(LocalVariableInfo local)
    {
        var key = new VariableKey(Method, false, local.LocalIndex);
        var isFrozen = _body.StoresOf(local.LocalIndex) == 1 && !_compilation.Changing.Contains(key);
        return new(key, _compilation.LayoutOf(local.LocalType), isFrozen);
    }

    private void RunBlock(ILBlock block, IRBlock target)
    {
        Ssa.Current = target;
        if (block.Order > 0 && block.LastPredecessor < block.Order)
            Ssa.Seal(target);
        LoadStack(block);
        foreach (var instruction in block.Instructions)
        {
            _compilation.CountInstruction();
            Ssa.MoveTo(Method, instruction.Offset, _callLocation);
            Execute(instruction);
            _previous = instruction;
        }

        if (block.Last.FallsThrough && !block.Last.IsBranch)
            Jump(_body.BlockAt(block.Last.Next));
        _stack.Clear();
    }

    private void Execute(ILInstruction instruction)
    {
        var handler = InstructionTable.HandlerOf(instruction.Code) ?? throw Refuse(KernelRefusal.Instruction, instruction.Code.Name!);
        handler(this, instruction);
    }

    private KernelValue Pop() => _stack.Pop();

    private void Push(KernelValue value) => _stack.Push(value);

    private void Push(IRValue scalar) => _stack.Push(new(scalar));
}
