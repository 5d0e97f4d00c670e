using System.Diagnostics;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace ILGPU;

public sealed partial class Context
{
    /// <summary>Chooses the devices and settings of a context.</summary>
    public sealed class Builder : ContextProperties
    {
        private readonly List<Device> _devices = [];

        internal Builder()
        {
        }

        /// <summary>All devices; with assertions where a debugger is attached, so that it stops in kernels.</summary>
        public Builder Default() => AllAccelerators().AutoAssertions();

        /// <summary>The processor once, and every other device.</summary>
        public Builder AllAccelerators() => this.DefaultCPU().OpenCL().Cuda();

        /// <summary>The devices that the caller wants, among them the processor in all of its <see cref="CPUDevice.All">forms</see>.</summary>
        public Builder AllAccelerators(Predicate<Device> predicate)
        {
            ArgumentNullException.ThrowIfNull(predicate);
            return this.CPU(device => predicate(device)).OpenCL(device => predicate(device)).Cuda(device => predicate(device));
        }

        /// <inheritdoc cref="ContextProperties.EnableAssertions"/>
        public Builder Assertions()
        {
            EnableAssertions = true;
            return this;
        }

        /// <summary>Assertions where a debugger is attached.</summary>
        public Builder AutoAssertions() => Debugger.IsAttached ? Assertions() : this;

        /// <summary>For stepping through kernels: the settings of <see cref="OptimizationLevel.Debug"/> with assertions.</summary>
        public Builder Debug() => Optimize(OptimizationLevel.Debug).Assertions();

        /// <summary><see cref="Debug"/> where a debugger is attached.</summary>
        public Builder AutoDebug() => Debugger.IsAttached ? Debug() : this;

        public Builder Release() => Optimize(OptimizationLevel.Release);

        /// <inheritdoc cref="ContextProperties.MathMode"/>
        public Builder Math(MathMode mathMode)
        {
            MathMode = mathMode;
            return this;
        }

        /// <inheritdoc cref="ContextProperties.OptimizationLevel"/>
        public Builder Optimize(OptimizationLevel level)
        {
            OptimizationLevel = level;
            return this;
        }

        /// <inheritdoc cref="ContextProperties.EnableProfiling"/>
        public Builder Profiling()
        {
            EnableProfiling = true;
            return this;
        }

        public Context ToContext() => new(this, [.. _devices]);

        internal void Add(Device device)
        {
            if (!_devices.Contains(device))
                _devices.Add(device);
        }
    }
}
