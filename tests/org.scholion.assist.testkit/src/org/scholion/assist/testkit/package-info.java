/** For tests of assistants: papers made of a few lines, and what every assistant has to keep to. */
package org.scholion.assist.testkit;
